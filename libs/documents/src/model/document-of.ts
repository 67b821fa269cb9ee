import { cleanText, withoutRefusedCharacters } from '#domain/text';
import { figureText, numberText } from '../words/figures.js';
import type { Language } from '../words/language.js';
import type { Block, Cell, Column, Document, DocumentContent, Row, Table } from './document.js';

/**
 * Checks, cleans and freezes a document. Texts lose what cannot be printed or read back: controls, halves of
 * characters, overrides of direction, invisible characters; ends of lines become spaces.
 * @throws RangeError for what would print wrongly: a table without rows, a row that is shorter than the heading,
 * a share of more than its whole, a figure of another kind than its column, a footnote that is nowhere.
 */
export function documentOf(content: DocumentContent): Document {
  const cleaned = cleanedTexts(content) as DocumentContent;
  if (cleaned.title === '') throw new RangeError('a document has a title');
  if ((cleaned.foot ?? '').length > longestFoot)
    throw new RangeError(`a foot has at most ${longestFoot} characters`);
  for (const block of cleaned.blocks) check(block, cleaned.language);
  return frozen(cleaned) as Document;
}

/** Spaces that do not break stay: French writes them before a colon and inside quotation marks. */
const breaks = /[\t\n\v\f\r \u2800]+/gu;

const longestName = 100;
/** Three lines at the foot of each page. */
const longestFoot = 240;
/** A cell of a spreadsheet has room for 32,767; an apostrophe may come before them. */
const longest = 30_000;

function line(text: string): string {
  const clean = cleanText(withoutRefusedCharacters(text)).normalize('NFC').replaceAll(breaks, ' ').trim();
  if (clean.length > longest) throw new RangeError(`a text has more than ${longest} characters`);
  return clean;
}

function cleanedTexts(value: unknown): unknown {
  if (typeof value === 'string') return line(value);
  if (Array.isArray(value)) return value.map(cleanedTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleanedTexts(entry)]));
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const entry of Object.values(value)) frozen(entry);
  return Object.freeze(value);
}

function check(block: Block, language: Language): void {
  if (block.kind === 'table') return checkTable(block, language);
  const texts =
    block.kind === 'definitions'
      ? block.entries.flatMap(({ term, meaning }) => [term, meaning])
      : block.kind === 'note'
        ? [block.lead, block.text]
        : [block.text];
  if (texts.length === 0 || texts.includes('')) throw new RangeError(`a ${block.kind} has words`);
}

function checkTable(table: Table, language: Language): void {
  const refuse = (why: string): never => {
    throw new RangeError(`table "${table.caption}": ${why}`);
  };
  const named = [table.caption, table.rowsAre, ...table.columns.map(({ heading }) => heading)];
  if (named.includes('') || table.rows.some(({ heading }) => heading === ''))
    refuse('its caption, its columns and its rows have names');
  if (table.columns.length === 0 || table.rows.length === 0) refuse('it has columns and rows');
  for (const { heading, cells } of table.rows) {
    if (cells.length !== table.columns.length) refuse(`row "${heading}" has ${cells.length} cells`);
    cells.forEach((cell, place) => checkCell(cell, table.columns[place] as Column, refuse));
  }
  if (table.line) checkLine(table, table.line, language, refuse);
  checkNotes(table, refuse);
  checkChart(table, refuse);
}

/** What stands at the left of a line is short: a page has little room there. */
function checkLine(
  { caption }: Table,
  { figure }: NonNullable<Table['line']>,
  language: Language,
  refuse: (why: string) => never,
): void {
  if (caption.length > longestName) refuse(`the caption of a line has at most ${longestName} characters`);
  if (!figure) return;
  checkCell(figure, undefined, refuse);
  if (figureText(figure, language).length > longestName)
    refuse(`the figure of a line has at most ${longestName} characters`);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function checkCell(cell: Cell, column: Column | undefined, refuse: (why: string) => never): void {
  if (column && cell.kind !== 'status' && cell.kind !== column.holds)
    refuse(`a ${cell.kind} is in "${column.heading}", which holds ${column.holds}`);
  if (cell.kind === 'number') numberText(cell.value, 'en', column?.decimals);
  if (cell.kind === 'status' && cell.words === '') refuse('a status has words');
  if (cell.kind === 'share' && !(isCount(cell.part) && isCount(cell.whole) && cell.part <= cell.whole))
    refuse('a share is a count of a count');
}

function checkNotes(
  { columns, rows, footnotes = [], line: asLine }: Table,
  refuse: (why: string) => never,
): void {
  const ids = footnotes.map(({ id }) => id);
  if (new Set(ids).size < ids.length) refuse('two footnotes have one id');
  const used = [
    ...columns,
    ...rows,
    ...rows.flatMap(({ cells }: Row) => cells),
    ...(asLine?.figure ? [asLine.figure] : []),
  ].flatMap(({ notes = [] }) => notes);
  for (const note of used) if (!ids.includes(note)) refuse(`footnote "${note}" is not there`);
}

function checkChart({ chart, columns }: Table, refuse: (why: string) => never): void {
  if (!chart) return;
  for (const place of chart.form === 'twoPeriods' ? chart.columns : [chart.column])
    if ((columns[place]?.holds ?? 'text') === 'text') refuse('a chart is of a column of figures');
}
