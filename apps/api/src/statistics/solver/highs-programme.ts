import highsModule, { type Highs } from 'highs';
import type { LinearProgramme, LinearSolution, LinearSolver, OpenProgramme } from '#statistics';

/**
 * The package's types describe its CommonJS form, whose default stands one level deeper than that of the
 * module Node loads.
 */
const loadHighs = highsModule as unknown as typeof highsModule.default;

const solutionOf = (
  highs: Highs,
  status: number,
  value: () => number,
  columns: () => Float64Array,
): LinearSolution => {
  const { modelStatus } = highs.constants;
  switch (status) {
    case modelStatus.optimal:
      return { status: 'optimal', value: value(), columns: columns() };
    case modelStatus.infeasible:
      return { status: 'infeasible' };
    case modelStatus.unbounded:
      return { status: 'unbounded' };
    case modelStatus.unboundedOrInfeasible:
      return { status: 'infeasible' };
    default:
      throw new Error(`The linear solver stopped with status ${status}.`);
  }
};

/** HiGHS's own numbers for its simplex variants. */
const dualSimplex = 1,
  primalSimplex = 4;

/** One programme held by HiGHS: new objectives start primal simplex, new bounds dual simplex, from the last basis. */
const openProgramme = (highs: Highs, { lower, upper, rows }: LinearProgramme): OpenProgramme => {
  const model = highs.createModel({
    numCols: lower.length,
    numRows: rows.lower.length,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    sense: highs.constants.objectiveSense.maximize,
    matrix: {
      format: 'csr',
      numRows: rows.lower.length,
      numCols: lower.length,
      starts: rows.starts,
      indices: rows.columns,
      values: rows.values,
    },
  });
  // Simplex throughout: its vertices are what make one solution a witness for many cells.
  model.options.set({ output_flag: false, solver: 'simplex', simplex_strategy: primalSimplex });
  let before: ReadonlyMap<number, number> = new Map();
  let solvedOnce = false;
  return {
    maximise(costs, bounds) {
      for (const column of before.keys()) if (!costs.has(column)) model.changeColCost(column, 0);
      for (const [column, cost] of costs) if (before.get(column) !== cost) model.changeColCost(column, cost);
      before = costs;
      for (const [column, [from, to]] of bounds ?? []) model.changeColBounds(column, from, to);
      // A new objective keeps the basis feasible, so presolving again would throw away what is won; new bounds do not.
      model.options.set(
        bounds === undefined
          ? { simplex_strategy: primalSimplex, presolve: solvedOnce ? 'off' : 'choose' }
          : { simplex_strategy: dualSimplex, presolve: 'choose' },
      );
      model.run();
      solvedOnce = true;
      return Promise.resolve(
        solutionOf(
          highs,
          model.getModelStatus(),
          () => model.getObjectiveValue(),
          () => model.getSolution().colValue,
        ),
      );
    },
    close() {
      model.dispose();
      return Promise.resolve();
    },
  };
};

/** HiGHS in this thread (a solve blocks it): for tests and for the worker itself. */
export const highsHere = async (): Promise<LinearSolver> => {
  const highs = await loadHighs();
  return { open: (programme) => Promise.resolve(openProgramme(highs, programme)) };
};
