/** Records that share a record's key, and the same in the population when weights are given. */
export interface KeyFrequencies {
  readonly inSample: readonly number[];
  readonly inPopulation: readonly number[];
}

/**
 * Frequencies of keys with missing values, for comparison with sdcMicro: `wildcard` lets a missing value match every
 * value, `ownCategory` lets it match only another missing value.
 *
 * Ours is `ownCategory`: under wildcards two classes that must each reach k borrow the same records, and whoever knows
 * that a value is missing is not deceived. Source: Templ, Kowarik, Meindl 2015, "sdcMicro" (`freqCalc`, alpha = 1).
 * Units: records. Complexity: O(records² × columns) with wildcards, which is why this is for comparison only.
 */
export const keyFrequencies = (
  rows: readonly (readonly (string | number | null)[])[],
  missing: 'wildcard' | 'ownCategory',
  weights: readonly number[] = rows.map(() => 1),
): KeyFrequencies => {
  const matches = (a: string | number | null | undefined, b: string | number | null | undefined): boolean =>
    a === b || (missing === 'wildcard' && (a === null || b === null));
  const alike = rows.map((row) =>
    rows
      .map((other, j) => (row.every((value, column) => matches(value, other[column])) ? j : -1))
      .filter((j) => j >= 0),
  );
  return {
    inSample: alike.map((same) => same.length),
    inPopulation: alike.map((same) => same.reduce((sum, j) => sum + (weights[j] as number), 0)),
  };
};
