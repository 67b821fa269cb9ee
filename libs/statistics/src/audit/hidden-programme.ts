import type { LinkedCells } from '../cube/linked-cells.js';
import { type LinearProgramme, rowCollector } from './linear-solver.js';

/** The least and the largest value that a cell is publicly known to have; equal when it is shown exactly. */
export type Knowledge = (cell: number) => readonly [number, number];

const nothing: readonly [number, number] = [0, Infinity];

/** Shown cells exactly, hidden ones not at all (but not negative). */
export const exactly =
  (hidden: readonly boolean[], published: ArrayLike<number>): Knowledge =>
  (cell) =>
    hidden[cell] === true ? nothing : [published[cell] as number, published[cell] as number];

/**
 * As `exactly`, where zeros are shown: a hidden cell is then known to count somebody, unless it is one of the
 * few hidden zeros.
 */
export const exactlyWithZeros =
  (hidden: readonly boolean[], published: ArrayLike<number>): Knowledge =>
  (cell) =>
    hidden[cell] === true
      ? [(published[cell] as number) > 0 ? 1 : 0, Infinity]
      : [published[cell] as number, published[cell] as number];

/**
 * Shown cells up to bounded noise: an attacker is given D, though no manifest tells it.
 *
 * That a cell is shown says by itself that n reaches the release's threshold.
 */
export const withinNoise =
  (hidden: readonly boolean[], published: ArrayLike<number>, maximum: number, threshold = 0): Knowledge =>
  (cell) =>
    hidden[cell] === true
      ? nothing
      : [Math.max(threshold, (published[cell] as number) - maximum), (published[cell] as number) + maximum];

/** What several releases say together: the narrowest of each. */
export const together =
  (each: readonly Knowledge[]): Knowledge =>
  (cell) => {
    let [lower, upper] = nothing;
    for (const knowledge of each) {
      const [from, to] = knowledge(cell);
      lower = Math.max(lower, from);
      upper = Math.min(upper, to);
    }
    return [lower, upper];
  };

/** What everybody can work out about the cells that are not exactly known, as a programme: one column for each. */
export interface HiddenProgramme {
  readonly programme: LinearProgramme;
  /** Column → cell. */
  readonly cells: readonly number[];
  readonly columnOf: ReadonlyMap<number, number>;
}

/**
 * The sums of the tables with everything that is not exactly known as an unknown.
 *
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.2.2 (feasibility intervals). Units: persons.
 * Complexity: O(entries of the sums).
 */
export const hiddenProgramme = (linked: LinkedCells, knowledge: Knowledge): HiddenProgramme => {
  const cells: number[] = [],
    columnOf = new Map<number, number>(),
    lower: number[] = [],
    upper: number[] = [];
  const exact = new Float64Array(linked.names.length);
  linked.names.forEach((_, cell) => {
    const [from, to] = knowledge(cell);
    if (from === to) {
      exact[cell] = from;
      return;
    }
    columnOf.set(cell, cells.push(cell) - 1);
    lower.push(from);
    upper.push(to);
  });
  const collector = rowCollector();
  const seen = new Set<string>();
  for (const { total, parts } of linked.sums) {
    const entries = new Map<number, number>();
    let known = 0;
    const add = (cell: number, by: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) known += by * (exact[cell] as number);
      else entries.set(column, (entries.get(column) ?? 0) + by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    if (entries.size === 0) continue;
    const identity = [...entries]
      .map(([column, by]) => `${column}:${by}`)
      .sort()
      .join();
    if (seen.has(identity)) continue;
    seen.add(identity);
    collector.add(entries, -known, -known);
  }
  return {
    programme: { lower: Float64Array.from(lower), upper: Float64Array.from(upper), rows: collector.rows() },
    cells,
    columnOf,
  };
};
