import type { LinkedCells } from '../cube/linked-cells.js';
import { exactlyWithZeros, type HiddenProgramme, hiddenProgramme, type Knowledge } from './hidden-programme.js';
import type { LinearSolver, OpenProgramme } from './linear-solver.js';

export interface IntervalDemands {
  /** Cells whose value must stay uncertain. */
  readonly protect: readonly number[];
  /** t: the largest possible value of a protected cell must reach it. */
  readonly threshold: number;
  /** The least distance between the smallest and the largest possible value; t − 1 unless said. */
  readonly width?: number;
  /** What is publicly known of each cell; the true counts of shown cells, zeros among them, unless said. */
  readonly knowledge?: Knowledge;
}

export interface Interval {
  readonly cell: number;
  /** Values that were shown to be possible; the true bounds unless the audit stopped once they were wide enough. */
  readonly lower: number;
  readonly upper: number;
}

export interface IntervalAudit {
  /** Protected cells whose interval is too narrow, with exact bounds. */
  readonly narrow: readonly Interval[];
  readonly intervals: readonly Interval[];
  /** Linear programmes solved, for the record. */
  readonly solved: number;
}

const slack = 1e-6;
const sweeps = 24;

/** What was shown to be possible so far: every solution of the programme is a witness for all hidden cells at once. */
const witnesses = (linked: LinkedCells, { cells }: HiddenProgramme, demands: IntervalDemands) => {
  const lower = Float64Array.from(linked.counts), upper = Float64Array.from(linked.counts);
  const width = demands.width ?? demands.threshold - 1;
  const isWide = (cell: number): boolean => (upper[cell] as number) >= demands.threshold - slack && (upper[cell] as number) - (lower[cell] as number) >= width - slack;
  const take = (columns: Float64Array): void => {
    cells.forEach((cell, column) => {
      const value = columns[column] as number;
      if (value < (lower[cell] as number)) lower[cell] = value;
      if (value > (upper[cell] as number)) upper[cell] = value;
    });
  };
  return { lower, upper, isWide, take };
};

type Witnesses = ReturnType<typeof witnesses>;

const solveInto = async (open: OpenProgramme, costs: ReadonlyMap<number, number>, seen: Witnesses): Promise<boolean> => {
  const solution = await open.maximise(costs);
  switch (solution.status) {
    case 'optimal': seen.take(solution.columns); return true;
    case 'unbounded': return false;
    case 'infeasible': throw new RangeError('The published values contradict each other: nothing can be said of the hidden ones.');
  }
};

/** Pushes all cells still in doubt at once, up and down in changing halves: a few programmes settle most of them. */
const sweep = async (open: OpenProgramme, inDoubt: () => number[], columnOf: ReadonlyMap<number, number>, seen: Witnesses, offset: number): Promise<number> => {
  let solved = 0;
  for (let round = 0; round < sweeps; round++) {
    const cells = inDoubt();
    if (cells.length < 8) break;
    const costs = new Map<number, number>();
    cells.forEach((cell, at) => {
      // Parity of the bits chosen by the round: halves that differ from round to round, without randomness.
      const bits = at & (round + offset + 1);
      let parity = round;
      for (let rest = bits; rest !== 0; rest &= rest - 1) parity ^= 1;
      costs.set(columnOf.get(cell) as number, round === 0 ? 1 : (parity & 1) === 0 ? 1 : -0.25);
    });
    solved++;
    if (!(await solveInto(open, costs, seen))) break;
    if (inDoubt().length > cells.length * 0.97 && round > 3) break;
  }
  return solved;
};

/** Largest and, when that is not enough, smallest value of one cell. */
const settle = async (open: OpenProgramme, cell: number, column: number, seen: Witnesses): Promise<number> => {
  if (!(await solveInto(open, new Map([[column, 1]]), seen))) seen.upper[cell] = Infinity;
  if (seen.isWide(cell)) return 1;
  await solveInto(open, new Map([[column, -1]]), seen);
  return 2;
};

/**
 * Which protected cells can be confined too narrowly by linear programming over what is published.
 *
 * Protected cells that are shown are an error of the caller. Work is shared among the solvers; each solution settles many
 * cells, so far fewer than two programmes a cell are solved. Intervals are those of real numbers, thus at least as wide as
 * those of whole numbers only in the sense that a wide real interval may hold fewer whole tables; for one two-way table they agree.
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.3.2 (feasibility intervals, auditing); Fischetti and
 * Salazar-González (2001). Errors: RangeError for a protected cell that is shown or for contradicting values; the solver's own.
 */
export const auditIntervals = async (
  linked: LinkedCells, hidden: readonly boolean[], demands: IntervalDemands, solvers: readonly LinearSolver[],
): Promise<IntervalAudit> => {
  const shown = demands.protect.find((cell) => hidden[cell] !== true);
  if (shown !== undefined) throw new RangeError(`${linked.names[shown] as string} is to be protected and is shown.`);
  const system = hiddenProgramme(linked, demands.knowledge ?? exactlyWithZeros(hidden, linked.counts));
  const seen = witnesses(linked, system, demands);
  const settled = new Set<number>();
  const inDoubt = (): number[] => demands.protect.filter((cell) => !seen.isWide(cell) && !settled.has(cell));
  let solved = 0;
  await Promise.all(solvers.map(async (solver, offset) => {
    if (inDoubt().length === 0) return;
    const open = await solver.open(system.programme);
    try {
      solved += await sweep(open, inDoubt, system.columnOf, seen, offset * sweeps);
      for (let next = inDoubt()[0]; next !== undefined; next = inDoubt()[0]) {
        settled.add(next);
        solved += await settle(open, next, system.columnOf.get(next) as number, seen);
      }
    } finally {
      await open.close();
    }
  }));
  const intervals = demands.protect.map((cell): Interval => ({ cell, lower: seen.lower[cell] as number, upper: seen.upper[cell] as number }));
  return { narrow: intervals.filter(({ cell }) => !seen.isWide(cell)), intervals, solved };
};
