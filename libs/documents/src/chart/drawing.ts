import type { Cell, Row, Table } from '../model/document.js';

/** How a bar is filled: patterns, not colours alone, tell bars apart. A hidden figure is hatched, it is no zero. */
export type Fill = 'full' | 'dots' | 'empty' | 'hatched';

/** A piece of a bar, in parts of its whole length. */
export interface Piece {
  readonly from: number;
  readonly length: number;
  readonly fill: Fill;
}

const fillsOfParts: readonly Fill[] = ['full', 'dots'];

/** What a chart draws for a figure: its size, or nothing for what is not there. */
function sizeOf(cell: Cell | undefined): number | undefined {
  if (cell?.kind === 'number') return Math.max(0, cell.value);
  return cell?.kind === 'share' ? cell.part : undefined;
}

/** Bars of the rows: a share against its own denominator, a number against the largest of the columns drawn. */
function barOf(cell: Cell | undefined, fill: Fill, largest: number): readonly Piece[] {
  const size = sizeOf(cell);
  if (size === undefined) return cell?.kind === 'status' && cell.status === 'notShown' ? [hidden] : [];
  const whole = cell?.kind === 'share' ? cell.whole : largest;
  return whole > 0 && size > 0 ? [{ from: 0, length: Math.min(1, size / whole), fill }] : [];
}

const hidden: Piece = { from: 0, length: 1, fill: 'hatched' };

/** How the bars of a column are filled, where two columns are compared. */
export function fillOfColumn({ chart }: Table, column: number): Fill | undefined {
  if (chart?.form !== 'twoPeriods') return undefined;
  return chart.columns[0] === column ? 'full' : chart.columns[1] === column ? 'dots' : undefined;
}

/** The columns of a chart, in the order of its bars. */
function columnsDrawn(table: Table): readonly number[] {
  const { chart } = table;
  if (!chart) return [];
  return chart.form === 'twoPeriods' ? chart.columns : [chart.column];
}

/** Whether each row has bars of its own, rather than all rows one bar or none. */
export const hasBars = (table: Table): boolean =>
  columnsDrawn(table).length > 0 && table.chart?.form !== 'parts';

/** The bars of each row, a bar a column; none for a total, none where all rows are one bar. */
export function barsOfRows(table: Table): readonly (readonly (readonly Piece[])[])[] {
  const columns = columnsDrawn(table);
  if (!hasBars(table)) return table.rows.map(() => []);
  const drawn = table.rows.filter(({ total }) => !total);
  const largest = Math.max(
    0,
    ...drawn.flatMap(({ cells }) => columns.map((column) => sizeOf(cells[column]) ?? 0)),
  );
  return table.rows.map(({ cells, total }) =>
    total ? [] : columns.map((column, place) => barOf(cells[column], place === 1 ? 'dots' : 'full', largest)),
  );
}

/** Whether a row is a part of the one bar: neither a total nor a line within another. */
const isPart = ({ total, within }: Row): boolean => !total && !within;

/** How a row is marked in the legend of a bar of parts. What is not shown is hatched, a line within another too. */
export function fillOfPart({ chart, rows }: Table, row: number): Fill | undefined {
  const line = rows[row];
  if (chart?.form !== 'parts' || !line || line.total) return undefined;
  if (sizeOf(line.cells[chart.column]) === undefined) return 'hatched';
  if (!isPart(line)) return undefined;
  const parts = rows.filter(isPart).length;
  const before = rows.slice(0, row).filter(isPart).length;
  // The last part is what is left.
  return before === parts - 1 && parts > 1 ? 'empty' : fillsOfParts[before % fillsOfParts.length];
}

/**
 * The one bar of all parts. What is not shown is one hatched piece for the rest of the whole, so that no single
 * hidden part can be measured; without a whole, hidden parts are not drawn. A line within another is no part.
 */
export function barOfParts(table: Table): readonly Piece[] {
  const { chart } = table;
  if (chart?.form !== 'parts') return [];
  const parts = table.rows
    .map((row, place) => ({ row, size: sizeOf(row.cells[chart.column]), fill: fillOfPart(table, place) }))
    .filter(({ row }) => isPart(row));
  const shown = parts.reduce((sum, { size = 0 }) => sum + size, 0);
  const whole = Math.max(wholeOf(table, chart.column) ?? shown, shown);
  if (whole === 0) return [];
  const pieces: Piece[] = [];
  let from = 0;
  for (const { size, fill } of parts) {
    if (size === undefined || size === 0 || fill === undefined) continue;
    pieces.push({ from, length: size / whole, fill });
    from += size / whole;
  }
  const rest = 1 - from;
  if (rest > 1e-9 && parts.some(({ size }) => size === undefined))
    pieces.push({ from, length: rest, fill: 'hatched' });
  return pieces;
}

/** What the parts add up to: the denominator of a share, or the total that the table shows. */
function wholeOf({ rows }: Table, column: number): number | undefined {
  for (const { cells } of rows) if (cells[column]?.kind === 'share') return cells[column].whole;
  const total = rows.find((row) => row.total)?.cells[column];
  return total?.kind === 'number' ? total.value : undefined;
}
