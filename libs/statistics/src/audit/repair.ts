import type { LinkedCells } from '../cube/linked-cells.js';
import { auditIntervals, type Interval, type IntervalAudit, type IntervalDemands } from './interval-audit.js';
import { type LinearSolver, type OpenProgramme, rowCollector } from './linear-solver.js';

/** A safe pattern, or the cells that no further hiding within the rounds could protect. */
export type Repair =
  | {
      readonly safe: true;
      readonly hidden: readonly boolean[];
      readonly added: readonly number[];
      readonly rounds: number;
      readonly audit: IntervalAudit;
    }
  | { readonly safe: false; readonly narrow: readonly Interval[]; readonly rounds: number };

/** A zero may rise, but only at a price: whoever knows that it must be zero would see through it. */
const priceOfZero = 1e4;

const slack = 1e-6;

const priceOf = (count: number): number => (count === 0 ? priceOfZero : 1 + count);

/** Zeros are shown, so whoever counts somebody cannot be thought empty. */
const floorOf = (count: number): number => Math.min(1, count);

interface Changes {
  /** For each cell its column of rising, and of falling where that costs; a hidden cell's one column goes both ways. */
  readonly rise: Int32Array;
  readonly fall: Int32Array;
  readonly open: OpenProgramme;
}

/** All changes of all cells that keep every sum. */
const openChanges = async (
  linked: LinkedCells,
  hidden: readonly boolean[],
  solver: LinearSolver,
): Promise<Changes> => {
  const rise = new Int32Array(linked.counts.length),
    fall = new Int32Array(linked.counts.length).fill(-1);
  const lower: number[] = [],
    upper: number[] = [];
  linked.counts.forEach((count, cell) => {
    rise[cell] = lower.push(hidden[cell] === true ? floorOf(count) - count : 0) - 1;
    upper.push(Infinity);
    if (hidden[cell] === true) return;
    fall[cell] = lower.push(0) - 1;
    upper.push(count - floorOf(count));
  });
  const collector = rowCollector();
  for (const { total, parts } of linked.sums) {
    const entries = new Map<number, number>();
    const add = (cell: number, by: number): void => {
      const up = rise[cell] as number,
        down = fall[cell] as number;
      entries.set(up, (entries.get(up) ?? 0) + by);
      if (down >= 0) entries.set(down, (entries.get(down) ?? 0) - by);
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    collector.add(entries, 0, 0);
  }
  const open = await solver.open({
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    rows: collector.rows(),
  });
  return { rise, fall, open };
};

/** Finds, on one solver, the cheapest changes that raise a cell, one cell after another. */
const raiser = async (linked: LinkedCells, now: readonly boolean[], solver: LinearSolver) => {
  const { rise, fall, open } = await openChanges(linked, now, solver);
  const bounds = new Map<number, readonly [number, number]>();
  return {
    close: () => open.close(),
    /** What each cell changes by, and whether it moves at all; `undefined` where no change raises the cell so far. */
    raise: async (cell: number, to: number): Promise<{ up: number; down: number }[] | undefined> => {
      const costs = new Map<number, number>();
      linked.counts.forEach((count, at) => {
        if (now[at] !== true && (fall[at] as number) >= 0)
          costs.set(rise[at] as number, -priceOf(count)).set(fall[at] as number, -priceOf(count));
      });
      bounds.set(rise[cell] as number, [to - (linked.counts[cell] as number), Infinity]);
      const solution = await open.maximise(costs, bounds);
      // In the next call this cell's bounds go back, so one programme serves all.
      bounds.clear();
      bounds.set(rise[cell] as number, [
        floorOf(linked.counts[cell] as number) - (linked.counts[cell] as number),
        Infinity,
      ]);
      if (solution.status !== 'optimal') return undefined;
      return Array.from(rise, (column, at) => ({
        up: solution.columns[column] as number,
        down: (fall[at] as number) < 0 ? 0 : (solution.columns[fall[at] as number] as number),
      }));
    },
  };
};

/**
 * Hides, for each narrow cell, what its cheapest sufficient change would move: as many cells at a time as
 * there are solvers.
 */
const widen = async (
  linked: LinkedCells,
  now: boolean[],
  narrow: readonly Interval[],
  { threshold, width = threshold - 1 }: IntervalDemands,
  solvers: readonly LinearSolver[],
): Promise<number[]> => {
  const lower = Float64Array.from(linked.counts),
    upper = Float64Array.from(linked.counts),
    added: number[] = [];
  for (const interval of narrow)
    [lower[interval.cell], upper[interval.cell]] = [interval.lower, interval.upper];
  const needed = (cell: number): number => Math.max(threshold, (lower[cell] as number) + width);
  const raisers = await Promise.all(solvers.map((solver) => raiser(linked, now, solver)));
  try {
    for (let queue = narrow.map(({ cell }) => cell); queue.length > 0; queue = queue.slice(raisers.length)) {
      queue = queue.filter((cell) => (upper[cell] as number) < needed(cell) - slack);
      const changes = await Promise.all(
        raisers
          .slice(0, queue.length)
          .map((own, at) => own.raise(queue[at] as number, needed(queue[at] as number))),
      );
      for (const change of changes) {
        change?.forEach(({ up, down }, at) => {
          if (now[at] !== true && up + down > slack) {
            now[at] = true;
            added.push(at);
          }
          // The changed table is possible under the new pattern, so it is a witness for every hidden cell.
          const count = linked.counts[at] as number;
          lower[at] = Math.min(lower[at] as number, count + up - down);
          upper[at] = Math.max(upper[at] as number, count + up - down);
        });
      }
    }
  } finally {
    await Promise.all(raisers.map((own) => own.close()));
  }
  return added;
};

/**
 * Hides further cells until every protected cell's interval is wide enough.
 *
 * For each narrow cell the cheapest change of shown cells (by persons in them) that would let it reach far
 * enough is found by one linear programme; the cells that would change are hidden. Hiding only widens other
 * intervals, so nothing comes undone.
 * Source: the heuristic of Kelly, Golden and Assad (1992), "Cell suppression: disclosure protection for sensitive
 * tabular data", Networks 22; cell costs as in the Handbook on Statistical Disclosure Control, 2nd ed.,
 * 4.3.1. After `rounds` it refuses.
 * Units: persons. Errors: RangeError without a solver; those of the audit.
 * Complexity: at most one programme a narrow cell and round, and one audit a round.
 */
export const repairIntervals = async (
  linked: LinkedCells,
  hidden: readonly boolean[],
  demands: IntervalDemands,
  solvers: readonly LinearSolver[],
  rounds = 20,
): Promise<Repair> => {
  if (solvers.length === 0) throw new RangeError('A repair needs a solver.');
  const now = [...hidden],
    added: number[] = [];
  for (let round = 0; ; round++) {
    const audit = await auditIntervals(linked, now, demands, solvers);
    if (audit.narrow.length === 0) return { safe: true, hidden: now, added, rounds: round, audit };
    if (round === rounds) return { safe: false, narrow: audit.narrow, rounds: round };
    const more = await widen(
      linked,
      now,
      [...audit.narrow].sort((a, b) => a.upper - a.lower - (b.upper - b.lower)),
      demands,
      solvers,
    );
    if (more.length === 0) return { safe: false, narrow: audit.narrow, rounds: round };
    added.push(...more);
  }
};
