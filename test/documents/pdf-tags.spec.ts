import { describe, expect, it } from '@jest/globals';
import { documentOf, pdfOf, type Cell, type Table } from '#documents';
import { councilInEnglish, councilInFrench } from './council.js';
import { readPdf } from './read-pdf.js';
import { yearlyReport } from './yearly-report.js';

describe('a PDF', () => {
  it('has a heading for the title, scopes on the headings of tables, and bookmarks to all tables', async () => {
    const pdf = readPdf(await pdfOf(yearlyReport()));
    expect(pdf.kinds.filter((kind) => kind === 'H1')).toHaveLength(1);
    expect(pdf.kinds.filter((kind) => kind === 'Table')).toHaveLength(14);
    expect(pdf.kinds).toContain('TH:Column');
    expect(pdf.kinds).toContain('TH:Row');
    expect(pdf.kinds).not.toContain('TH');
    expect(pdf.bookmarks.filter((title) => /^\d+\. /.test(title))).toHaveLength(14);
    expect(pdf.bookmarks).toContain('Risques et protection');
  });

  it('numbers its pages in its language, and only if asked to', async () => {
    const report = readPdf(await pdfOf(yearlyReport()));
    expect(report.pages).toBeGreaterThan(1);
    report.artifacts.forEach((artifacts, place) =>
      expect(artifacts.join('')).toContain(`Page ${place + 1} de ${report.pages}`),
    );
    const plain = documentOf({ language: 'en', title: 'Notice', pageNumbers: false, blocks: [] });
    expect(
      readPdf(await pdfOf(plain))
        .artifacts.flat()
        .join(''),
    ).toBe('');
  });

  it('has the page for a council on one page', async () => {
    for (const make of [councilInEnglish, councilInFrench])
      expect(readPdf(await pdfOf(make())).pages).toBe(1);
  });

  it('has the day of the document and not of the clock', async () => {
    const bytes = Buffer.from(await pdfOf(councilInEnglish())).toString('latin1');
    expect(bytes).toContain('D:20270322');
    expect(bytes).not.toContain(`D:${new Date().getUTCFullYear()}`);
  });

  it('keeps tables of many columns, and words of any script, on the page', async () => {
    const cell: Cell = { kind: 'number', value: 1_234_567 };
    const table: Table = {
      kind: 'table',
      caption: 'ᐊᓂᔑᓈᐯ 日本 שלום',
      rowsAre: 'Ligne',
      columns: Array.from({ length: 14 }, (_, place) => ({ heading: `Colonne ${place}`, holds: 'number' })),
      rows: [{ heading: 'ligne', cells: Array.from({ length: 14 }, () => cell) }],
    };
    const pdf = readPdf(await pdfOf(documentOf({ language: 'fr', title: 'Large', blocks: [table] })));
    expect(pdf.tables[0]?.caption).toBe(table.caption);
    expect(pdf.tables[0]?.rows[0]?.slice(1).map(([text]) => text)).toEqual(
      Array.from({ length: 14 }, () => '1\u202f234\u202f567'),
    );
  });
});
