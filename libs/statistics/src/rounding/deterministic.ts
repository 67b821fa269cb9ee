/**
 * To the nearest multiple, halves up. Source: Handbook on Statistical Disclosure Control, 2nd ed., 5.5
 * (conventional rounding). Error: RangeError for a base below 1. Complexity: O(1).
 */
export const roundedTo = (count: number, base: number): number => {
  if (!(base >= 1)) throw new RangeError(`A rounding base is 1 or more, not ${base}.`);
  return Math.floor(count / base + 0.5) * base;
};

/**
 * Rounding of the Disclosure Review Board of the US Census Bureau: below 15 only that, then ever coarser, at
 * the end four significant digits. Source: DRB rounding rules as in simsong/drb_rounder. Units: unweighted
 * counts. Complexity: O(1).
 */
export const drbRounded = (count: number): number | 'N<15' => {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`A count is a whole number from 0 on, not ${count}.`);
  if (count < 15) return 'N<15';
  if (count < 100) return roundedTo(count, 10);
  if (count < 1_000) return roundedTo(count, 50);
  if (count < 10_000) return roundedTo(count, 100);
  if (count < 100_000) return roundedTo(count, 500);
  if (count < 1_000_000) return roundedTo(count, 1_000);
  return roundedTo(count, 10 ** (Math.floor(Math.log10(count)) - 3));
};
