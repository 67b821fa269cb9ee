import { beforeAll, describe, expect, test } from '@jest/globals';
import { auditLattice, baseShapes, type LinearSolver } from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { type CodedBase, codedBase, innerCells, latticeOf } from './base-tables.js';

const specs = [
  ['region', 'age'],
  ['region', 'type'],
  ['region', 'sector'],
];
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

describe('utility on the 25,000 generated rows', () => {
  let base: CodedBase, solver: LinearSolver;
  beforeAll(async () => {
    base = codedBase(baseShapes.register);
    solver = await highsHere();
  });

  test.each([
    ['auditor', 11, 0.8, 0.93],
    ['public', 20, 0.75, 0.85],
  ])('%s, t = %i: the shares of cells and records shown', async (_, threshold, ofCells, ofRecords) => {
    const lattice = latticeOf(base, specs, threshold);
    const { linked, published, pattern } = lattice;
    const errors: number[] = [],
      figures: string[] = [];
    specs.forEach((names, at) => {
      const inner = innerCells(lattice, at);
      const large = inner.filter((cell) => linked.counts[cell]! >= threshold),
        shown = inner.filter((cell) => !Number.isNaN(published[cell]));
      const records = (cells: number[]): number => cells.reduce((sum, cell) => sum + linked.counts[cell]!, 0);
      errors.push(
        ...shown.map((cell) => Math.abs(published[cell]! - linked.counts[cell]!) / linked.counts[cell]!),
      );
      figures.push(
        `${names.join(' × ')}: ${shown.length}/${large.length} cells of n ≥ t, ${((100 * records(shown)) / records(inner)).toFixed(2)} % of records`,
      );
      expect(shown.length / large.length).toBeGreaterThanOrEqual(ofCells);
      expect(records(shown) / records(inner)).toBeGreaterThanOrEqual(ofRecords);
    });
    console.log(figures.join('\n'), `\nmedian relative error ${(100 * median(errors)).toFixed(2)} %`);
    expect(median(errors)).toBeLessThanOrEqual(0.05);
    const audit = await auditLattice(linked, pattern.primary, published, { threshold, maximum: 5 }, [solver]);
    console.log(
      `primary ${pattern.primary.length}, secondary ${pattern.secondary.length}, derivable ${audit.derivable.length}, narrow ${audit.narrow.length}, weakest spread ${audit.weakest.toFixed(3)}`,
    );
    expect(audit.holds).toBe(true);
  });
});
