import type { Block, Cell, Column, Document, Table } from '#documents';
import type { ReadCell, ReadGrid, ReadTable } from './read.js';

/*
 * What must be read back, worked out from the model a second time and with Intl, so that a fault of the maker's own
 * words and numbers is found too.
 */
type Language = 'en' | 'fr';

const status = {
  en: { notShown: 'not shown', notApplicable: 'not applicable', notRecorded: 'not recorded' },
  fr: { notShown: 'non montré', notApplicable: 'sans objet', notRecorded: 'non consigné' },
} as const;
const notes = {
  en: { definition: 'Definition: ', base: 'Counted from: ', remark: 'Note: ' },
  fr: { definition: 'Définition\u00a0: ', base: 'Compté parmi\u00a0: ', remark: 'Remarque\u00a0: ' },
} as const;

/** A number by Intl, with the spaces and the minus that we want. */
function number(value: number, language: Language, decimals = 0): string {
  const text = new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value);
  return text.replaceAll(/\s/g, '\u202f').replaceAll('-', '\u2212');
}

function printed(cell: Cell, column: Column | undefined, language: Language): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'status':
      return cell.words ?? status[language][cell.status];
    case 'number':
      return (
        number(cell.value, language, column?.decimals) + (cell.unit === undefined ? '' : `\u00a0${cell.unit}`)
      );
    case 'share': {
      const of = language === 'en' ? 'of' : 'sur';
      const text = `${number(cell.part, language)} ${of} ${number(cell.whole, language)}`;
      if (!column?.percent || cell.whole === 0) return text;
      return `${text} (${Math.round((100 * cell.part) / cell.whole)}${language === 'en' ? '%' : '\u202f%'})`;
    }
  }
}

const heading = ({ heading: words, unit }: Column): string =>
  unit === undefined ? words : `${words} (${unit})`;

const marks = ({ footnotes = [] }: Table, ids: readonly string[] = []): string =>
  footnotes
    .map(({ id }, place) => (ids.includes(id) ? String(place + 1) : ''))
    .filter(Boolean)
    .join(', ');

export const tablesOf = ({ blocks }: Document): Table[] =>
  blocks.filter(({ kind }) => kind === 'table') as Table[];

/** The tables of a page; one that is a line has its caption outside. */
export function expectedTables(document: Document): ReadTable[] {
  return tablesOf(document).map((table) => ({
    caption: table.line ? '' : table.caption,
    headings: [
      [table.rowsAre, ''],
      ...table.columns.map((column): ReadCell => [heading(column), marks(table, column.notes)]),
    ],
    rows: table.rows.map((row) => [
      [row.heading, marks(table, row.notes)],
      ...row.cells.map((cell, place): ReadCell => [
        printed(cell, table.columns[place], document.language),
        marks(table, cell.notes),
      ]),
    ]),
  }));
}

/** Headings of columns that are not seen have no marks. */
export const withoutHiddenMarks = (document: Document, tables: readonly ReadTable[]): ReadTable[] =>
  tables.map((table, place) =>
    tablesOf(document)[place]?.line
      ? { ...table, headings: table.headings.map(([text]): ReadCell => [text, '']) }
      : table,
  );

/** Every text outside of tables, in the order of reading; a note's bold words and its text may be two texts. */
export function expectedTexts(document: Document, isNoteTwo: boolean): string[] {
  const { over, title, subtitle, language } = document;
  const of = (block: Block): (string | undefined)[] => {
    if (block.kind === 'definitions') return block.entries.flatMap(({ term, meaning }) => [term, meaning]);
    if (block.kind === 'note') return isNoteTwo ? [block.lead, block.text] : [`${block.lead} ${block.text}`];
    if (block.kind !== 'table') return [block.text];
    return [
      ...(block.line ? [block.caption] : []),
      ...(block.line?.figure ? [printed(block.line.figure, undefined, language)] : []),
      ...(block.line?.remarks ?? []),
      ...(block.footnotes ?? []).map(({ kind, text }, at) => `${at + 1}. ${notes[language][kind]}${text}`),
    ];
  };
  return [over, title, subtitle, ...document.blocks.flatMap(of)].filter((text) => text !== undefined);
}

/** A table as a spreadsheet must have it: headings first. */
export function expectedGrid(table: Table, language: Language): ReadGrid {
  const en = language === 'en';
  const more = (of: Column, word: string): string => `${heading(of)}${en ? ': ' : '\u00a0: '}${word}`;
  const groups = table.columns.map((column, place) => {
    const cells = table.rows.map((row) => row.cells[place] as Cell);
    const columns: (readonly [string, (cell: Cell) => string | number | null])[] = [
      [
        heading(column),
        (cell) =>
          cell.kind === 'number'
            ? cell.value + 0
            : cell.kind === 'share'
              ? cell.part
              : printed(cell, column, language),
      ],
    ];
    const share = (field: (part: number, whole: number) => number | null) => (cell: Cell) =>
      cell.kind === 'share' ? field(cell.part, cell.whole) : null;
    if (column.holds === 'share')
      columns.push([more(column, en ? 'out of' : 'sur un total de'), share((_, whole) => whole)]);
    if (column.percent)
      columns.push([
        more(column, en ? 'per cent' : 'pour cent'),
        share((part, whole) => (whole === 0 ? null : Math.round((100 * part) / whole))),
      ]);
    const unit = (cell: Cell): string | null => (cell.kind === 'number' ? (cell.unit ?? null) : null);
    if (cells.some((cell) => unit(cell) !== null)) columns.push([more(column, en ? 'unit' : 'unité'), unit]);
    if (cells.some((cell) => (cell.notes ?? []).length > 0))
      columns.push([more(column, 'notes'), (cell) => marks(table, cell.notes) || null]);
    return { place, columns };
  });
  const hasNotes = table.rows.some((row) => (row.notes ?? []).length > 0);
  const first = hasNotes ? [`${table.rowsAre}${en ? ': ' : '\u00a0: '}notes`] : [];
  return [
    [table.rowsAre, ...first, ...groups.flatMap(({ columns }) => columns.map(([name]) => name))],
    ...table.rows.map((row) => [
      row.heading,
      ...(hasNotes ? [marks(table, row.notes) || null] : []),
      ...groups.flatMap(({ place, columns }) => columns.map(([, field]) => field(row.cells[place] as Cell))),
    ]),
  ];
}

/** What a dictionary must have: all words but headings and paragraphs, and what each column is. */
export function expectedDictionary(document: Document): string[] {
  const { over, title, subtitle, foot, language } = document;
  const of = (block: Block): (string | undefined)[] => {
    if (block.kind === 'definitions') return block.entries.flatMap(({ term, meaning }) => [term, meaning]);
    if (block.kind === 'note') return [block.lead, block.text];
    if (block.kind !== 'table') return [];
    return [
      block.caption,
      ...(expectedGrid(block, language)[0] as string[]),
      ...(block.line?.figure ? [printed(block.line.figure, undefined, language)] : []),
      ...(block.line?.remarks ?? []),
      ...(block.footnotes ?? []).map(({ kind, text }) => `${notes[language][kind]}${text}`),
    ];
  };
  return [over, title, subtitle, foot, ...document.blocks.flatMap(of)].filter((text) => text !== undefined);
}
