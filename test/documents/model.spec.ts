import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentOf, htmlOf, type DocumentContent, type Table } from '#documents';

const table: Table = {
  kind: 'table',
  caption: 'Issue',
  rowsAre: 'Issue',
  columns: [{ heading: 'Situations', holds: 'share', notes: ['n'] }],
  rows: [{ heading: 'Conclues', cells: [{ kind: 'share', part: 47, whole: 152 }] }],
  footnotes: [{ id: 'n', kind: 'base', text: '152 situations' }],
};
const content = (blocks: DocumentContent['blocks']): DocumentContent => ({
  language: 'fr',
  title: 'Titre',
  blocks,
});
const row = (cells: Table['rows'][number]['cells']): Table['rows'] => [{ heading: 'Ligne', cells }];

describe('a document', () => {
  it.each<[string, Partial<Table>]>([
    ['a row is shorter than the headings', { rows: row([]) }],
    ['a table has no rows', { rows: [] }],
    ['a table has no columns', { columns: [], rows: row([]) }],
    ['a caption is empty', { caption: ' ' }],
    ['a row has no name', { rows: [{ ...table.rows[0]!, heading: '' }] }],
    ['a number is in a column of shares', { rows: row([{ kind: 'number', value: 3 }]) }],
    ['a share is larger than its whole', { rows: row([{ kind: 'share', part: 3, whole: 2 }]) }],
    ['a share is no count', { rows: row([{ kind: 'share', part: 0.5, whole: 2 }]) }],
    ['a status has no words', { rows: row([{ kind: 'status', status: 'notShown', words: ' ' }]) }],
    ['a footnote is nowhere', { footnotes: [] }],
    [
      'two footnotes have one id',
      { footnotes: [...table.footnotes!, { id: 'n', kind: 'remark', text: 'deux' }] },
    ],
    ['a line has a long caption', { caption: 'x'.repeat(101), line: {} }],
    [
      'a line has a long figure',
      { line: { figure: { kind: 'status', status: 'notShown', words: 'x'.repeat(101) } } },
    ],
    ['a chart is of no column', { chart: { form: 'bars', column: 1 } }],
    ['a chart compares with no column', { chart: { form: 'twoPeriods', columns: [0, 1] } }],
  ])('is refused where %s', (_, change) => {
    expect(() => documentOf(content([table]))).not.toThrow();
    expect(() => documentOf(content([{ ...table, ...change }]))).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is refused where a number is %d', (value) => {
    const columns = [{ heading: 'Jours', holds: 'number' }] as const;
    expect(() =>
      documentOf(content([{ ...table, columns, rows: row([{ kind: 'number', value }]) }])),
    ).toThrow(RangeError);
  });

  it('is refused without a title, with an empty paragraph, and with a foot that no page has room for', () => {
    expect(() => documentOf({ ...content([]), title: '\u200b' })).toThrow(RangeError);
    expect(() => documentOf(content([{ kind: 'paragraph', text: '' }]))).toThrow(RangeError);
    expect(() => documentOf({ ...content([]), foot: 'x'.repeat(241) })).toThrow(RangeError);
    expect(() => documentOf(content([{ kind: 'paragraph', text: 'x'.repeat(30_001) }]))).toThrow(RangeError);
  });

  it('cannot be changed afterwards, and does not change what it was made of', () => {
    const given = structuredClone(content([table]));
    const document = documentOf(given);
    expect(() => {
      (document.blocks[0] as { caption: string }).caption = 'autre';
    }).toThrow(TypeError);
    expect(Object.isFrozen((document.blocks[0] as Table).rows[0]?.cells[0])).toBe(true);
    expect(given).toEqual(content([table]));
    expect(Object.isFrozen(given)).toBe(false);
  });

  it('keeps the spaces of French and loses controls, overrides and halves of characters, whatever the text', () => {
    expect(documentOf({ ...content([]), title: '«\u00a0Sur\u00a0152\u00a0»\u202f:\n  a' }).title).toBe(
      '«\u00a0Sur\u00a0152\u00a0»\u202f: a',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { title } = documentOf({ ...content([]), title: `${text}.` });
        expect(title).not.toMatch(/[\p{Cc}\u202d\u202e\p{Surrogate}\p{Noncharacter_Code_Point}]/u);
        expect(documentOf({ ...content([]), title }).title).toBe(title);
      }),
    );
  });
});

describe('a page of HTML', () => {
  it('has no script, no style of an element, no address to fetch and a policy that allows neither', () => {
    const html = htmlOf(documentOf(content([table])));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object| on[a-z]+=| style=|javascript:|https?:/i);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/url\(([^)]{0,20})/g)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^url\(data:font\/woff2/)]),
    );
  });
});
