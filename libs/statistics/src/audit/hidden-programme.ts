import type { LinkedCells } from '../cube/linked-cells.js';
import { type LinearProgramme, rowCollector } from './linear-solver.js';

/** What everybody can work out about the hidden cells, as a programme: one column a hidden cell. */
export interface HiddenProgramme {
  readonly programme: LinearProgramme;
  /** Column → cell. */
  readonly cells: readonly number[];
  readonly columnOf: ReadonlyMap<number, number>;
}

/** What is published of a cell: a value that may be off by at most `within` either way. */
export type PublishedValue = (cell: number) => number;

/**
 * The published sums with the hidden cells unknown and not negative.
 *
 * With `within` > 0 the published values are known to be off by at most that much (bounded noise), so they become columns
 * too, between value − within and value + within. Complexity: O(entries of the sums).
 */
export const hiddenProgramme = (linked: LinkedCells, hidden: readonly boolean[], published: PublishedValue, within = 0): HiddenProgramme => {
  const cells: number[] = [], columnOf = new Map<number, number>();
  linked.names.forEach((_, cell) => {
    if (hidden[cell] === true || within > 0) columnOf.set(cell, cells.push(cell) - 1);
  });
  const collector = rowCollector();
  const seen = new Set<string>();
  for (const { total, parts } of linked.sums) {
    const entries = new Map<number, number>();
    let known = 0;
    const add = (cell: number, by: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) known += by * published(cell);
      else entries.set(column, (entries.get(column) ?? 0) + by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    if (entries.size === 0) continue;
    const identity = [...entries].map(([column, by]) => `${column}:${by}`).sort().join();
    if (seen.has(identity)) continue;
    seen.add(identity);
    collector.add(entries, -known, -known);
  }
  const lower = Float64Array.from(cells, (cell) => (hidden[cell] === true ? 0 : Math.max(0, published(cell) - within)));
  const upper = Float64Array.from(cells, (cell) => (hidden[cell] === true ? Infinity : published(cell) + within));
  return { programme: { lower, upper, rows: collector.rows() }, cells, columnOf };
};
