import { type LinkedCells } from '../cube/linked-cells.js';
import { suppress } from '../suppression/secondary.js';

/** A cell's value in a new vintage, and whether it is the old one carried on. */
export interface Revision {
  readonly values: Float64Array;
  readonly carried: readonly boolean[];
}

/**
 * New values where enough records differ, the old ones carried where few do.
 *
 * Between two vintages a published cell changes only if the records that differ (added and removed together)
 * are none or at least t; else the difference of two published values would speak of fewer than t. With none
 * the new value equals the old one by the cell key, and any other is an error. `differing` counts, for each
 * cell, records that differ from the vintage in which the old value was *drawn*, so a cell carried twice is
 * compared with the first.
 * The differences are a table themselves: total less sibling would give a small one away, so further cells
 * are carried by secondary suppression over the linked cells of the differences, sums below t included.
 * Source: this project's, against differencing (Handbook on Statistical Disclosure Control, 2nd ed., 5.2).
 * Units: persons.
 * Errors: RangeError for arrays of unequal length, or a value that changed though no record did.
 * Complexity: that of `suppress`.
 */
export const revised = (
  linked: LinkedCells,
  before: Float64Array,
  after: Float64Array,
  differing: Float64Array,
  threshold: number,
): Revision => {
  if (
    before.length !== after.length ||
    before.length !== differing.length ||
    before.length !== linked.names.length
  )
    throw new RangeError('Two vintages have the same cells.');
  before.forEach((value, cell) => {
    if (differing[cell] === 0 && !Object.is(value, after[cell]))
      throw new RangeError(`Cell ${cell} changed though no record did.`);
  });
  const primary = [...linked.names.keys()].filter(
    (cell) => (differing[cell] as number) > 0 && (differing[cell] as number) < threshold,
  );
  const { hidden } = suppress({ ...linked, counts: differing }, { primary, threshold });
  const carried = hidden.map((is, cell) => is && (differing[cell] as number) > 0);
  return {
    values: before.map((value, cell) => (carried[cell] === true ? value : (after[cell] as number))),
    carried,
  };
};
