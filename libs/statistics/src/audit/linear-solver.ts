/** Rows of a programme, row by row: `columns` and `values` from `starts[i]` up to `starts[i + 1]`. */
export interface LinearRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The feasible set of a linear programme; infinite bounds are ±Infinity. */
export interface LinearProgramme {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: LinearRows;
}

export type LinearSolution =
  | { readonly status: 'optimal'; readonly value: number; readonly columns: Float64Array }
  | { readonly status: 'infeasible' | 'unbounded' };

/** A programme that a solver holds, so that one objective after another starts from the last solution. */
export interface OpenProgramme {
  /** Maximises Σ costs·x. `costs` names columns, all others cost nothing; `bounds` replaces bounds, from now on. */
  maximise(
    costs: ReadonlyMap<number, number>,
    bounds?: ReadonlyMap<number, readonly [number, number]>,
  ): Promise<LinearSolution>;
  close(): Promise<void>;
}

/**
 * A linear solver, passed in: this library has none, and whoever holds one may run it in a worker.
 *
 * Errors: `open` and `maximise` reject when the solver fails, which the audits let through (fail closed).
 */
export interface LinearSolver {
  open(programme: LinearProgramme): Promise<OpenProgramme>;
}

/** Collects rows one at a time. */
export const rowCollector = () => {
  const starts = [0],
    columns: number[] = [],
    values: number[] = [],
    lower: number[] = [],
    upper: number[] = [];
  return {
    add(entries: ReadonlyMap<number, number>, from: number, to: number): void {
      for (const [column, value] of entries) {
        if (value === 0) continue;
        columns.push(column);
        values.push(value);
      }
      starts.push(columns.length);
      lower.push(from);
      upper.push(to);
    },
    rows: (): LinearRows => ({
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
    }),
  };
};
