/** A cell's value in a new vintage, and whether it is the old one carried on. */
export interface Revision {
  readonly values: Float64Array;
  readonly carried: readonly boolean[];
}

/**
 * New values where enough records differ, the old ones carried where few do.
 *
 * Between two vintages a published cell changes only if the records that differ (added and removed together) are none or at
 * least t; else the difference of two published values would speak of fewer than t. With none the new value equals the old one
 * by the cell key, and any other is an error. `differing` counts, for each cell, records that differ from the vintage in which
 * the old value was *drawn*, so a cell carried twice is compared with the first.
 * Errors: RangeError for arrays of unequal length, or a value that changed though no record did. Complexity: O(cells).
 */
export const revised = (before: Float64Array, after: Float64Array, differing: ArrayLike<number>, threshold: number): Revision => {
  if (before.length !== after.length || before.length !== differing.length) throw new RangeError('Two vintages have the same cells.');
  const carried = Array.from(before, (value, cell) => {
    const records = differing[cell] as number;
    if (records === 0 && !Object.is(value, after[cell])) throw new RangeError(`Cell ${cell} changed though no record did.`);
    return records > 0 && records < threshold;
  });
  return { values: before.map((value, cell) => (carried[cell] === true ? value : (after[cell] as number))), carried };
};
