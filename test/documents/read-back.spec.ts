import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvOf, documentOf, htmlOf, pdfOf, workbookOf, type Document } from '#documents';
import { drawn } from '#testing';
import { anyDocument, anyTable } from './any-document.js';
import { councilInEnglish, councilInFrench } from './council.js';
import {
  expectedDictionary,
  expectedGrid,
  expectedTables,
  expectedTexts,
  tablesOf,
  withoutHiddenMarks,
} from './expected.js';
import type { ReadGrid } from './read.js';
import { readHtml } from './read-html.js';
import { readPdf, type ReadPdf } from './read-pdf.js';
import { readCsv, readWorkbook } from './read-sheets.js';
import { yearlyReport } from './yearly-report.js';

function expectHtml(document: Document): void {
  const page = readHtml(htmlOf(document));
  expect(page.tables).toEqual(expectedTables(document));
  const texts = expectedTexts(document, false);
  expect(page.texts).toEqual(document.foot === undefined ? texts : [...texts, document.foot]);
  expect(page.title).toBe(document.title);
  expect(page.language).toBe(`${document.language}-CA`);
}

async function expectPdf(document: Document): Promise<ReadPdf> {
  const pdf = readPdf(await pdfOf(document));
  expect(pdf.tables).toEqual(withoutHiddenMarks(document, expectedTables(document)));
  expect(pdf.texts).toEqual(expectedTexts(document, true));
  expect(pdf.title).toBe(document.title);
  expect(pdf.language).toBe(`${document.language}-CA`);
  expect(pdf.fontsEmbedded).toBe(true);
  for (const artifacts of pdf.artifacts) expect(artifacts.join('')).toContain(document.foot ?? '');
  // Nothing is drawn outside of the paper.
  const outside = pdf.places.filter(([x, y]) => x < 40 || x > 570 || y < 8 || y > 760);
  expect(outside).toEqual([]);
  return pdf;
}

function expectWorkbook(document: Document): void {
  const sheets = readWorkbook(workbookOf(document));
  expect(sheets).toHaveLength(tablesOf(document).length + 1);
  expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
  for (const { name, xml } of sheets) {
    expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    // Neither a formula nor a cell that is read as a day: numbers have no format of a day, all else is words.
    expect(xml).not.toMatch(/<f[ >]|t="(?:d|str|b|e|s)"/);
  }
  expectDictionary(document, padded(sheets.at(-1)?.rows ?? []) as ReadGrid);
  tablesOf(document).forEach((table, place) => {
    const [caption, ...rows] = sheets[place]?.rows ?? [];
    const expected = expectedGrid(table, document.language);
    expect(caption).toEqual([table.caption]);
    expect(padded(rows.slice(0, expected.length))).toEqual(padded(expected));
  });
}

/** A row of a sheet ends at its last field. */
const padded = (rows: readonly (readonly (string | number | null)[])[]): unknown[] => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? null));
};

/** Anyone who has the figures alone has the words too. */
function expectDictionary(document: Document, rows: ReadGrid): void {
  const found = new Set(rows.flat());
  expect(expectedDictionary(document).filter((text) => !found.has(text))).toEqual([]);
}

function expectCsv(document: Document): void {
  const files = csvOf(document);
  tablesOf(document).forEach((table, place) => {
    const file = files[place];
    expect(readCsv(file?.bytes ?? new Uint8Array())).toEqual(expectedGrid(table, document.language));
  });
  expect(files).toHaveLength(tablesOf(document).length + 1);
  expectDictionary(document, readCsv(files.at(-1)?.bytes ?? new Uint8Array()));
}

describe('a document is read back as it was written', () => {
  for (const [name, make] of [
    ['the yearly report of a table in French', yearlyReport],
    ['the page for a council', councilInEnglish],
    ['the page for a council in French', councilInFrench],
  ] as const)
    it(`${name}, from each format`, async () => {
      const document = make();
      expectHtml(document);
      await expectPdf(document);
      expectWorkbook(document);
      expectCsv(document);
    });

  const runs = drawn({ short: 40, full: 200, nightly: 1000 });
  it('whatever its texts, from HTML', () => {
    fc.assert(fc.property(anyDocument, expectHtml), { numRuns: runs });
  });

  it('whatever its texts, from XLSX', () => {
    fc.assert(fc.property(anyDocument, expectWorkbook), { numRuns: runs });
  });

  it('whatever its texts, from CSV', () => {
    fc.assert(fc.property(anyDocument, expectCsv), { numRuns: runs });
  });

  it('whatever its texts, from PDF', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => void (await expectPdf(document))),
      {
        numRuns: drawn({ short: 15, full: 60, nightly: 400 }),
      },
    );
  });

  it('in a table of 200 rows over several pages, whose headings come again on each', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable({ min: 200, max: 200 }), async ({ line: _, ...table }) => {
        const document = documentOf({ language: 'fr', title: 'Long', blocks: [table] });
        const pdf = await expectPdf(document);
        expectHtml(document);
        expect(pdf.pages).toBeGreaterThan(3);
        const [, ...later] = pdf.artifacts;
        for (const artifacts of later.slice(0, -1))
          expect(artifacts.join('').replaceAll(' ', '')).toContain(
            (document.blocks[0] as typeof table).rowsAre.replaceAll(' ', ''),
          );
      }),
      { numRuns: drawn({ short: 1, full: 3, nightly: 20 }), endOnFailure: true },
    );
  });

  it('in a cell that is longer than a page', async () => {
    const text = 'Un texte long, avec des mots. '.repeat(900).trim();
    const document = documentOf({
      language: 'fr',
      title: 'Long',
      blocks: [
        {
          kind: 'table',
          caption: 'Texte',
          rowsAre: 'Ligne',
          columns: [{ heading: 'Texte', holds: 'text' }],
          rows: [{ heading: 'un', cells: [{ kind: 'text', text }] }],
        },
        { kind: 'paragraph', text },
      ],
    });
    await expectPdf(document);
    expectWorkbook(document);
  });

  it('with the same bytes each time', async () => {
    for (const make of [yearlyReport, councilInEnglish]) {
      const [one, other] = [make(), make()];
      expect(htmlOf(one)).toBe(htmlOf(other));
      expect(Buffer.compare(await pdfOf(one), await pdfOf(other))).toBe(0);
      expect(Buffer.compare(workbookOf(one), workbookOf(other))).toBe(0);
      expect(csvOf(one)).toEqual(csvOf(other));
    }
  });
});
