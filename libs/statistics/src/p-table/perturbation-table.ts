/**
 * A perturbation table (p-table): for each true count the deviations that may be added to it and their probabilities.
 *
 * Source: Fraser and Wooton (2006), "A proposed method for confidentialising tabular output to protect against
 * differencing"; Handbook on Statistical Disclosure Control, 2nd ed., section 5.4 (cell key method). Units: persons.
 */
export interface PerturbationRow {
  /** The true count this row serves; the last row serves all larger counts too. */
  readonly count: number;
  /** Ascending. */
  readonly deviations: readonly number[];
  readonly probabilities: readonly number[];
}

export interface PerturbationTable {
  /** D: no deviation is larger. */
  readonly maximum: number;
  /** Row i serves count i; the last row serves all larger counts. */
  readonly rows: readonly PerturbationRow[];
}

/** The row that serves a count. Error: RangeError for a count that is not a whole number ≥ 0. Complexity: O(1). */
export const rowFor = (table: PerturbationTable, count: number): PerturbationRow => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`A count is a whole number from 0 on, not ${count}.`);
  const row = table.rows[Math.min(count, table.rows.length - 1)];
  if (row === undefined) throw new RangeError('A perturbation table has at least one row.');
  return row;
};

/**
 * The deviation at a uniform draw u in [0, 1): the smallest whose cumulated probability exceeds u.
 *
 * Boundaries belong to the deviation above, as in cellKey (R) where a key equal to the upper bound takes the next row.
 * Complexity: O(D).
 */
export const deviationAt = (row: PerturbationRow, u: number): number => {
  let cumulated = 0;
  for (let at = 0; at < row.deviations.length - 1; at++) {
    cumulated += row.probabilities[at] as number;
    if (u < cumulated) return row.deviations[at] as number;
  }
  return row.deviations[row.deviations.length - 1] as number;
};

export interface RowMoments {
  readonly total: number;
  readonly mean: number;
  readonly variance: number;
}

/** Σp, Σp·v and Σp·v² of a row: what the invariants of every p-table speak of. Complexity: O(D). */
export const momentsOf = (row: PerturbationRow): RowMoments => {
  let total = 0,
    mean = 0,
    variance = 0;
  row.deviations.forEach((v, at) => {
    const p = row.probabilities[at] as number;
    total += p;
    mean += p * v;
    variance += p * v * v;
  });
  return { total, mean, variance };
};

export interface PerturbationParameters {
  /** D, the largest deviation. */
  readonly maximum: number;
  /** V, the variance of the noise; a row may have less where its support allows no more entropy. */
  readonly variance: number;
  /** js: perturbed counts 1..js never occur. */
  readonly smallest: number;
}

/**
 * What is wrong with a table, in words; empty when every invariant holds.
 *
 * Invariants: Σp = 1, Σp·v = 0, |v| ≤ D, the perturbed count is never negative nor in 1..js, Σp·v² = V except where
 * `allowLess` names the row. Tolerance 1e-6, because published tables carry eight decimals.
 */
export const brokenInvariants = (
  table: PerturbationTable,
  { maximum, variance, smallest }: PerturbationParameters,
  tolerance = 1e-6,
  allowLess: readonly number[] = [],
): string[] => {
  const broken: string[] = [];
  for (const row of table.rows) {
    if (row.count === 0) continue;
    const moments = momentsOf(row);
    if (Math.abs(moments.total - 1) > tolerance)
      broken.push(`row ${row.count}: probabilities sum to ${moments.total}`);
    if (Math.abs(moments.mean) > tolerance * 10) broken.push(`row ${row.count}: mean ${moments.mean}`);
    const less = allowLess.includes(row.count) && moments.variance < variance;
    if (!less && Math.abs(moments.variance - variance) > tolerance * 50)
      broken.push(`row ${row.count}: variance ${moments.variance}`);
    for (const v of row.deviations) {
      const perturbed = row.count + v;
      if (Math.abs(v) > maximum) broken.push(`row ${row.count}: deviation ${v}`);
      if (perturbed < 0 || (perturbed >= 1 && perturbed <= smallest))
        broken.push(`row ${row.count}: perturbed count ${perturbed}`);
    }
  }
  return broken;
};
