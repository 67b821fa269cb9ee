import fc from 'fast-check';
import {
  documentOf,
  type Block,
  type Cell,
  type Column,
  type Document,
  type Row,
  type Table,
} from '#documents';

/** What people paste, and what breaks makers: formulas, markup, directions, other scripts, what looks like a day. */
const awkward = [
  '=1+1',
  '+cmd|’ /C calc’!A0',
  '-2+3',
  '@SUM(A1)',
  '\uff1d1+1',
  '\t=1',
  "'=1",
  '12-17',
  '1/2',
  'MAR1',
  '2024-01-02',
  '10 mars',
  '1E5',
  '00123',
  'TRUE',
  'vrai',
  '<script>alert(1)</script>',
  '</style><b onclick="x">',
  '&lt;&amp;#39;',
  ']]>',
  '_x0041_',
  '"quoted", and, commas',
  'שלום עולם',
  'مرحبا 12',
  'abc\u202edef',
  '👩‍👩‍👧‍👦 👍🏽 🇨🇦',
  'ᐊᓂᔑᓈᐯ',
  'ʔəy̓ƛ̓',
  'e\u0301t\u0308',
  'Łódź Ṫ ş ő',
  'fi ffi ﬁ',
  'a  b   c',
  'x'.repeat(300),
  '« Sur 152 » : 1\u202f234',
  '日本語の文章はとても長いです'.repeat(5),
  '\u0000\u0007bell',
  '\\ (a) ) ( \\n',
  '#N/A',
  '%',
];

const loose = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.lorem({ maxCount: 30 }),
);
/** Words that are words after cleaning too. */
const words = loose.map((text) => `${text}·`);
const unit = fc.constantFrom('jours', 'situations', 'h');

const share = fc
  .tuple(fc.nat({ max: 2_000_000 }), fc.nat({ max: 2_000_000 }))
  .map(([one, other]): Cell => ({ kind: 'share', part: Math.min(one, other), whole: Math.max(one, other) }));
const status = fc
  .tuple(fc.constantFrom('notShown', 'notApplicable', 'notRecorded'), fc.option(words, { nil: undefined }))
  .map(([name, own]): Cell => ({
    kind: 'status',
    status: name,
    ...(own === undefined ? {} : { words: own }),
  }));
const figure = fc.oneof(
  fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }),
  fc.integer({ min: -99_999, max: 99_999 }).map((thousandths) => thousandths / 1000),
  fc.constantFrom(0, -0, 0.05, 0.15, 2.675, 1234.5, 1e-9),
);

const short = (cell: Cell): Cell =>
  cell.kind === 'status' && cell.words !== undefined
    ? { ...cell, words: `${cell.words.slice(0, 90)}·` }
    : cell;

function cellOf(column: Column): fc.Arbitrary<Cell> {
  const value: fc.Arbitrary<Cell> =
    column.holds === 'text'
      ? loose.map((text): Cell => ({ kind: 'text', text }))
      : column.holds === 'share'
        ? share
        : fc.tuple(figure, fc.option(unit, { nil: undefined, freq: 3 })).map(([number, of]): Cell => ({
            kind: 'number',
            value: number,
            ...(of === undefined ? {} : { unit: of }),
          }));
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: value }, status), fc.subarray(['a', 'b', 'c']))
    .map(([cell, notes]): Cell => (notes.length === 0 ? cell : { ...cell, notes }));
}

const column: fc.Arbitrary<Column> = fc
  .tuple(
    words,
    fc.constantFrom('text', 'number', 'share'),
    fc.nat({ max: 2 }),
    fc.boolean(),
    fc.option(unit, { nil: undefined }),
  )
  .map(([heading, holds, decimals, percent, of]) => ({
    heading,
    holds,
    ...(holds === 'number' ? { decimals } : {}),
    ...(holds === 'share' ? { percent } : {}),
    ...(holds === 'number' && of !== undefined ? { unit: of } : {}),
  }));

const footnotes = fc.tuple(words, words, words).map(([one, two, three]) => [
  { id: 'a', kind: 'definition' as const, text: one },
  { id: 'b', kind: 'base' as const, text: two },
  { id: 'c', kind: 'remark' as const, text: three },
]);

function rowOf(columns: readonly Column[]): fc.Arbitrary<Row> {
  return fc
    .tuple(words, fc.tuple(...columns.map(cellOf)), fc.boolean(), fc.boolean(), fc.subarray(['a', 'c']))
    .map(([heading, cells, total, within, notes]) => ({
      heading,
      cells,
      total,
      within: within && !total,
      notes,
    }));
}

const chartOf = (columns: readonly Column[], form: 'bars' | 'parts' | 'twoPeriods'): Table['chart'] => {
  const figures = columns.flatMap(({ holds }, place) => (holds === 'text' ? [] : [place]));
  const [first, second = first] = figures;
  if (first === undefined || second === undefined) return undefined;
  return form === 'twoPeriods' ? { form, columns: [first, second] } : { form, column: first };
};

/** A table of any columns and rows. */
export const anyTable = (rows: { readonly min: number; readonly max: number }): fc.Arbitrary<Table> =>
  fc
    .array(column, { minLength: 1, maxLength: 5 })
    .chain((columns) =>
      fc.tuple(
        words,
        words,
        fc.constant(columns),
        fc.array(rowOf(columns), { minLength: rows.min, maxLength: rows.max }),
        footnotes,
        fc.option(fc.constantFrom('bars' as const, 'parts' as const, 'twoPeriods' as const), {
          nil: undefined,
        }),
        fc.option(
          fc.record({
            figure: fc.oneof(share, status.map(short)),
            remarks: fc.array(words, { maxLength: 2 }),
          }),
          {
            nil: undefined,
            freq: 3,
          },
        ),
      ),
    )
    .map(([caption, rowsAre, columns, lines, notes, form, line]): Table => {
      const chart = form === undefined ? undefined : chartOf(columns, form);
      return {
        kind: 'table',
        caption,
        rowsAre,
        columns,
        rows: lines,
        footnotes: notes,
        ...(chart ? { chart } : {}),
        // A line has a short caption.
        ...(line && caption.length <= 100 ? { line } : {}),
      };
    });

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: anyTable({ min: 1, max: 6 }) },
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    text: words,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), text: words }),
  fc.record({ kind: fc.constant('note' as const), lead: words, text: words }),
  fc.record({
    kind: fc.constant('definitions' as const),
    entries: fc.array(fc.record({ term: words, meaning: words }), { minLength: 1, maxLength: 3 }),
  }),
);

/** Any document in either language. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    language: fc.constantFrom('en' as const, 'fr' as const),
    title: words,
    over: words,
    foot: words.map((text) => text.slice(0, 100)),
    pageNumbers: fc.boolean(),
    blocks: fc.array(block, { maxLength: 6 }),
  })
  .map(documentOf);
