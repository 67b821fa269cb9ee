import type { Cell, Column, Table } from '../model/document.js';
import { marksOf } from '../model/notes.js';
import { headingText, wholePercent } from '../words/figures.js';
import { wordsOf, type Language } from '../words/language.js';

/** What one column of a spreadsheet holds. */
export type FieldKind = 'rows' | 'text' | 'number' | 'share' | 'denominator' | 'percent' | 'unit' | 'notes';

/** A field of a spreadsheet: words, a number, or nothing. */
export type Field = string | number | null;

export interface GridColumn {
  readonly heading: string;
  readonly kind: FieldKind;
  readonly decimals: number;
}

/** A table as a spreadsheet has it: one figure a column, its denominator in a column of its own. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly Field[])[];
}

interface Part extends GridColumn {
  readonly field: (cell: Cell, table: Table) => Field;
}

const mainField = (cell: Cell, language: Language): Field => {
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'number') return cell.value === 0 ? 0 : cell.value;
  return cell.kind === 'share' ? cell.part : (cell.words ?? wordsOf(language).status[cell.status]);
};

/** The columns of a spreadsheet that one column of the table becomes. */
function partsOf(table: Table, place: number, column: Column, language: Language): Part[] {
  const words = wordsOf(language);
  const cells = table.rows.map(({ cells: all }) => all[place] as Cell);
  const heading = headingText(column);
  const named = (word: string): string => `${heading}${words.colon}${word}`;
  const parts: Part[] = [
    {
      heading,
      kind: column.holds,
      decimals: column.decimals ?? 0,
      field: (cell) => mainField(cell, language),
    },
  ];
  const also = (kind: FieldKind, word: string, field: Part['field']): void => {
    parts.push({ heading: named(word), kind, decimals: 0, field });
  };
  if (column.holds === 'share')
    also('denominator', words.denominator, (cell) => (cell.kind === 'share' ? cell.whole : null));
  if (column.percent)
    also('percent', words.percentOf, (cell) =>
      cell.kind === 'share' && cell.whole > 0 ? wholePercent(cell.part, cell.whole) : null,
    );
  if (cells.some((cell) => cell.kind === 'number' && cell.unit !== undefined))
    also('unit', words.unit, (cell) => (cell.kind === 'number' ? (cell.unit ?? null) : null));
  if (cells.some(({ notes = [] }) => notes.length > 0))
    also('notes', words.notes, (cell, of) => marksOf(of, cell.notes) || null);
  return parts;
}

/** A table in the columns of a spreadsheet. */
export function gridOf(table: Table, language: Language): Grid {
  const groups = table.columns.map((column, place) => partsOf(table, place, column, language));
  const withNotes = table.rows.some(({ notes = [] }) => notes.length > 0);
  const words = wordsOf(language);
  const columns: GridColumn[] = [
    { heading: table.rowsAre, kind: 'rows', decimals: 0 },
    ...(withNotes
      ? [{ heading: `${table.rowsAre}${words.colon}${words.notes}`, kind: 'notes' as const, decimals: 0 }]
      : []),
    ...groups.flat(),
  ];
  const rows = table.rows.map((row) => [
    row.heading,
    ...(withNotes ? [marksOf(table, row.notes) || null] : []),
    ...groups.flatMap((parts, place) => parts.map(({ field }) => field(row.cells[place] as Cell, table))),
  ]);
  return { columns, rows };
}
