/**
 * Unbiased random rounding: up with probability remainder/base, so that the mean is the count.
 *
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 5.5 (random rounding). Units: persons. `u` is
 * a uniform draw; take it from a cell key, or asking again averages it away. Error: RangeError for a base
 * below 1. Complexity: O(1).
 */
export const randomlyRounded = (count: number, base: number, u: number): number => {
  if (!(Number.isInteger(base) && base >= 1))
    throw new RangeError(`A rounding base is a whole number from 1 on, not ${base}.`);
  const remainder = count % base;
  return u * base < remainder ? count - remainder + base : count - remainder;
};
