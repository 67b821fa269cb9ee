import type { LinkedCells } from '../cube/linked-cells.js';
import { auditIntervals, type Interval, type IntervalAudit, type IntervalDemands } from './interval-audit.js';
import { type LinearSolver, type OpenProgramme, rowCollector } from './linear-solver.js';

/** A safe pattern, or the cells that no further hiding within the rounds could protect. */
export type Repair =
  | { readonly safe: true; readonly hidden: readonly boolean[]; readonly added: readonly number[]; readonly rounds: number; readonly audit: IntervalAudit }
  | { readonly safe: false; readonly narrow: readonly Interval[]; readonly rounds: number };

/** A zero may rise, but only at a price: whoever knows that it must be zero would see through it. */
const priceOfZero = 1e4;

const slack = 1e-6;

const priceOf = (count: number): number => (count === 0 ? priceOfZero : 1 + count);

/** All changes of all cells that keep every sum: column 2·cell is a rise, 2·cell + 1 a fall. */
const openChanges = (linked: LinkedCells, solver: LinearSolver): Promise<OpenProgramme> => {
  const collector = rowCollector();
  for (const { total, parts } of linked.sums) {
    const entries = new Map<number, number>();
    const add = (cell: number, by: number): void => {
      entries.set(2 * cell, (entries.get(2 * cell) ?? 0) + by);
      entries.set(2 * cell + 1, (entries.get(2 * cell + 1) ?? 0) - by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    collector.add(entries, 0, 0);
  }
  return solver.open({
    lower: new Float64Array(2 * linked.counts.length),
    upper: Float64Array.from({ length: 2 * linked.counts.length }, (_, column) => (column % 2 === 0 ? Infinity : (linked.counts[column >> 1] as number))),
    rows: collector.rows(),
  });
};

/** Hides, for each narrow cell in turn, what its cheapest sufficient change would move; returns the cells hidden. */
const widen = async (
  linked: LinkedCells, now: boolean[], narrow: readonly Interval[], { threshold, width = threshold - 1 }: IntervalDemands, solver: LinearSolver,
): Promise<number[]> => {
  const lower = Float64Array.from(linked.counts), upper = Float64Array.from(linked.counts), added: number[] = [];
  for (const interval of narrow) [lower[interval.cell], upper[interval.cell]] = [interval.lower, interval.upper];
  const costs = new Map<number, number>();
  linked.counts.forEach((count, cell) => {
    if (now[cell] !== true) costs.set(2 * cell, -priceOf(count)).set(2 * cell + 1, -priceOf(count));
  });
  const changes = await openChanges(linked, solver);
  try {
    const bounds = new Map<number, readonly [number, number]>();
    for (const { cell } of narrow) {
      const needed = Math.max(threshold, (lower[cell] as number) + width);
      if ((upper[cell] as number) >= needed - slack) continue;
      bounds.set(2 * cell, [needed - (linked.counts[cell] as number), Infinity]).set(2 * cell + 1, [0, 0]);
      const solution = await changes.maximise(costs, bounds);
      // In the next call this cell's bounds go back, so one programme serves all.
      bounds.clear();
      bounds.set(2 * cell, [0, Infinity]).set(2 * cell + 1, [0, linked.counts[cell] as number]);
      if (solution.status !== 'optimal') continue;
      linked.counts.forEach((count, at) => {
        const rise = solution.columns[2 * at] as number, fall = solution.columns[2 * at + 1] as number;
        if (now[at] !== true && rise + fall > slack) {
          now[at] = true;
          added.push(at);
          costs.delete(2 * at);
          costs.delete(2 * at + 1);
        }
        // The changed table is possible under the new pattern, so it is a witness for every hidden cell.
        lower[at] = Math.min(lower[at] as number, count + rise - fall);
        upper[at] = Math.max(upper[at] as number, count + rise - fall);
      });
    }
  } finally {
    await changes.close();
  }
  return added;
};

/**
 * Hides further cells until every protected cell's interval is wide enough.
 *
 * For each narrow cell the cheapest change of shown cells (by persons in them) that would let it reach far enough is found
 * by one linear programme; the cells that would change are hidden. Hiding only widens other intervals, so nothing comes undone.
 * Source: the heuristic of Kelly, Golden and Assad (1992), "Cell suppression: disclosure protection for sensitive
 * tabular data", Networks 22; Handbook on Statistical Disclosure Control, 2nd ed., 4.3.4. After `rounds` it refuses.
 * Complexity: at most one programme a narrow cell and round, and one audit a round.
 */
export const repairIntervals = async (
  linked: LinkedCells, hidden: readonly boolean[], demands: IntervalDemands, solvers: readonly LinearSolver[], rounds = 20,
): Promise<Repair> => {
  const [first] = solvers;
  if (first === undefined) throw new RangeError('A repair needs a solver.');
  const now = [...hidden], added: number[] = [];
  for (let round = 0; ; round++) {
    const audit = await auditIntervals(linked, now, demands, solvers);
    if (audit.narrow.length === 0) return { safe: true, hidden: now, added, rounds: round, audit };
    if (round === rounds) return { safe: false, narrow: audit.narrow, rounds: round };
    const more = await widen(linked, now, [...audit.narrow].sort((a, b) => (a.upper - a.lower) - (b.upper - b.lower)), demands, first);
    if (more.length === 0) return { safe: false, narrow: audit.narrow, rounds: round };
    added.push(...more);
  }
};
