/** How well a set of columns tells records apart, each 0 … 1. */
export interface AttributePower {
  /** Distinct combinations of values by records. */
  readonly distinction: number;
  /** Pairs of records that differ in at least one column, by all pairs. */
  readonly separation: number;
}

/**
 * Distinction and separation of a set of columns: which of them are quasi-identifiers.
 * Source: Motwani, Xu 2007, "Efficient algorithms for masking and finding quasi-identifiers". Units: shares,
 * 0 … 1. Complexity: O(records × columns).
 */
export const attributePower = (
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): AttributePower => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column]));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const n = rows.length;
  const together = [...counts.values()].reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
  return {
    distinction: n === 0 ? 0 : counts.size / n,
    separation: n < 2 ? 0 : 1 - together / ((n * (n - 1)) / 2),
  };
};

/**
 * Prosecutor risk of a set of classes: one record's chance of being named, on average and at worst. El Emam,
 * Dankar 2008.
 */
export const prosecutorRisk = (
  classSizes: readonly number[],
): { readonly average: number; readonly highest: number } => {
  const records = classSizes.reduce((sum, size) => sum + size, 0);
  return records === 0
    ? { average: 0, highest: 0 }
    : { average: classSizes.length / records, highest: 1 / Math.min(...classSizes) };
};
