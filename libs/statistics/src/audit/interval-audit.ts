import type { LinkedCells } from '../cube/linked-cells.js';
import {
  exactlyWithZeros,
  type HiddenProgramme,
  hiddenProgramme,
  type Knowledge,
} from './hidden-programme.js';
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
  const lower = Float64Array.from(linked.counts),
    upper = Float64Array.from(linked.counts);
  const width = demands.width ?? demands.threshold - 1;
  const isWide = (cell: number): boolean =>
    (upper[cell] as number) >= demands.threshold - slack &&
    (upper[cell] as number) - (lower[cell] as number) >= width - slack;
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

/** One programme a solver, all at once; what they find is taken in the order of the solvers, whoever answers first. */
const solveTogether = async (
  open: readonly OpenProgramme[],
  each: readonly ReadonlyMap<number, number>[],
  seen: Witnesses,
): Promise<boolean[]> => {
  const solutions = await Promise.all(each.map((costs, at) => (open[at] as OpenProgramme).maximise(costs)));
  return solutions.map((solution) => {
    if (solution.status === 'infeasible')
      throw new RangeError(
        'The published values contradict each other: nothing can be said of the hidden ones.',
      );
    if (solution.status === 'optimal') seen.take(solution.columns);
    return solution.status === 'optimal';
  });
};

/**
 * All cells in doubt up in the first push, then changing halves of them up and down; halves differ from push
 * to push, without randomness.
 */
const pushOf = (columns: readonly number[], push: number): ReadonlyMap<number, number> =>
  new Map(
    columns.map((column, at) => {
      let parity = push;
      for (let rest = at & (push + 1); rest !== 0; rest &= rest - 1) parity ^= 1;
      return [column, push === 0 ? 1 : (parity & 1) === 0 ? 1 : -0.25];
    }),
  );

/** Pushes all cells still in doubt at once: a few programmes settle most of them. */
const sweep = async (
  open: readonly OpenProgramme[],
  inDoubt: () => number[],
  columnOf: ReadonlyMap<number, number>,
  seen: Witnesses,
): Promise<number> => {
  let solved = 0;
  for (let round = 0; round < sweeps; round++) {
    const columns = inDoubt().map((cell) => columnOf.get(cell) as number);
    if (columns.length < 8) break;
    const found = await solveTogether(
      open,
      open.map((_, offset) => pushOf(columns, round + offset * sweeps)),
      seen,
    );
    solved += open.length;
    if (found.includes(false) || (inDoubt().length > columns.length * 0.97 && round > 3)) break;
  }
  return solved;
};

/** Largest and, when that is not enough, smallest value of each cell in doubt. */
const settle = async (
  open: readonly OpenProgramme[],
  inDoubt: () => number[],
  columnOf: ReadonlyMap<number, number>,
  seen: Witnesses,
): Promise<number> => {
  const raised = new Set<number>(),
    lowered = new Set<number>();
  let solved = 0;
  for (;;) {
    const tasks = inDoubt()
      .filter((cell) => !lowered.has(cell))
      .slice(0, open.length)
      .map((cell) => ({ cell, up: !raised.has(cell) }));
    if (tasks.length === 0) return solved;
    const found = await solveTogether(
      open,
      tasks.map(({ cell, up }) => new Map([[columnOf.get(cell) as number, up ? 1 : -1]])),
      seen,
    );
    solved += tasks.length;
    tasks.forEach(({ cell, up }, at) => {
      (up ? raised : lowered).add(cell);
      if (up && found[at] === false) seen.upper[cell] = Infinity;
    });
  }
};

/**
 * Which protected cells can be confined too narrowly by linear programming over what is published.
 *
 * Protected cells that are shown are an error of the caller. Work is shared among the solvers step by step,
 * so the result depends on how many there are and not on which of them is faster; each solution settles many
 * cells, so far fewer than two programmes a cell are solved. Intervals are those of real numbers, thus at
 * least as wide as those of whole numbers only in the sense that a wide real interval may hold fewer whole
 * tables; for one two-way table they agree.
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.2.2 (feasibility intervals); Fischetti and
 * Salazar-González (2001). Units: persons. Errors: RangeError for a protected cell that is shown, for
 * contradicting values or without a solver; the solver's own. Complexity: at most 24 programmes a solver and
 * two a protected cell.
 */
export const auditIntervals = async (
  linked: LinkedCells,
  hidden: readonly boolean[],
  demands: IntervalDemands,
  solvers: readonly LinearSolver[],
): Promise<IntervalAudit> => {
  const shown = demands.protect.find((cell) => hidden[cell] !== true);
  if (shown !== undefined)
    throw new RangeError(`${linked.names[shown] as string} is to be protected and is shown.`);
  const system = hiddenProgramme(linked, demands.knowledge ?? exactlyWithZeros(hidden, linked.counts));
  const seen = witnesses(linked, system, demands);
  const inDoubt = (): number[] => demands.protect.filter((cell) => !seen.isWide(cell));
  let solved = 0;
  if (inDoubt().length > 0) {
    if (solvers.length === 0) throw new RangeError('An audit needs a solver.');
    const open = await Promise.all(solvers.map((solver) => solver.open(system.programme)));
    try {
      solved += await sweep(open, inDoubt, system.columnOf, seen);
      solved += await settle(open, inDoubt, system.columnOf, seen);
    } finally {
      await Promise.all(open.map((one) => one.close()));
    }
  }
  const intervals = demands.protect.map((cell): Interval => ({
    cell,
    lower: seen.lower[cell] as number,
    upper: seen.upper[cell] as number,
  }));
  return { narrow: intervals.filter(({ cell }) => !seen.isWide(cell)), intervals, solved };
};
