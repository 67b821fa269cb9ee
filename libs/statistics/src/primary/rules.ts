/**
 * Primary rules: which cells may not be published whatever else is. Units: persons (or situations) unless said.
 *
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.2.1 (sensitivity rules) and 5.3 (frequency tables).
 * Complexity: O(cells) each, O(contributions · log contributions) for a magnitude cell.
 */
export type ZeroRule = 'zerosAreShown' | 'zerosAreSmall';

/**
 * Cells below the threshold; zeros count as small only where nothing but the threshold is said of a hidden
 * cell. O(cells).
 */
export const belowThreshold = (counts: ArrayLike<number>, threshold: number, zeros: ZeroRule): number[] =>
  Array.from(counts, (count, cell) =>
    count < threshold && (count > 0 || zeros === 'zerosAreSmall') ? cell : -1,
  ).filter((cell) => cell >= 0);

/** Where one contributor brought more than `share` of a cell, or fewer than `least` brought anything. */
export interface DominanceTerms {
  readonly share: number;
  readonly least: number;
}

/** The design's dominance rule: one table above 85 %, or fewer than two originating agencies. */
export const dominanceTerms: DominanceTerms = { share: 0.85, least: 2 };

/**
 * Cells that one contributor dominates. Empty cells have no contributor and are left to the threshold.
 * Complexity: O(cells).
 */
export const dominated = (
  counts: ArrayLike<number>,
  largest: ArrayLike<number>,
  contributors: ArrayLike<number>,
  { share, least }: DominanceTerms = dominanceTerms,
): number[] =>
  Array.from(counts, (count, cell) =>
    count > 0 && ((largest[cell] as number) > share * count || (contributors[cell] as number) < least)
      ? cell
      : -1,
  ).filter((cell) => cell >= 0);

/**
 * Cells that betray nearly everybody: of N in the group, n have the item and 0 ≤ N − n < t have not.
 *
 * `groups` names for each cell the cell that holds its N (the same population without the item), −1 for none.
 * An exact zero of N − n says that all have it, so it counts; equal cells are left alone where `groups` says −1.
 */
export const complementSmall = (
  counts: ArrayLike<number>,
  groups: ArrayLike<number>,
  threshold: number,
): number[] =>
  Array.from(counts, (count, cell) => {
    const group = groups[cell] as number;
    if (group < 0 || group === cell || count === 0) return -1;
    return (counts[group] as number) - count < threshold ? cell : -1;
  }).filter((cell) => cell >= 0);

/** Whether too few cells of a table show for it to be worth its risk: fewer than half. */
export const isSparse = (
  cells: ArrayLike<number>,
  isHidden: (cell: number) => boolean,
  least = 0.5,
): boolean => {
  let shown = 0;
  for (let at = 0; at < cells.length; at++) if (!isHidden(cells[at] as number)) shown++;
  return shown < least * cells.length;
};

const descending = (contributions: Iterable<number>): { total: number; largest: number[] } => {
  const largest = [...contributions].sort((a, b) => b - a);
  return { total: largest.reduce((sum, one) => sum + one, 0), largest };
};

/**
 * (n, k) dominance of a magnitude cell: the n largest contributions exceed k % of the total. Units: those of
 * the magnitude.
 */
export const isDominatedNk = (contributions: Iterable<number>, n: number, k: number): boolean => {
  const { total, largest } = descending(contributions);
  return total > 0 && largest.slice(0, n).reduce((sum, one) => sum + one, 0) > (k / 100) * total;
};

/** p % rule: the second largest contributor can estimate the largest within p %. With `prior` q it is the pq rule. */
export const isWithinP = (contributions: Iterable<number>, p: number, prior = 100): boolean => {
  const { total, largest } = descending(contributions);
  const [first = 0, second = 0] = largest;
  return total > 0 && total - first - second < (p / prior) * first;
};
