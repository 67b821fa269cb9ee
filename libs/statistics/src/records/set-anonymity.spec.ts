import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../base/draw.js';
import { anonymousSets } from './set-anonymity.js';

/** Every one or two items of any set, counted by text. */
const supports = (sets: readonly (readonly number[])[]): Map<string, number> => {
  const held = new Map<string, number>();
  for (const set of sets) {
    const keys = new Set(set.flatMap((a) => set.map((b) => `${Math.min(a, b)},${Math.max(a, b)}`)));
    for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
  }
  return held;
};

describe('k^m-anonymous sets, m = 2', () => {
  it('leave every item and pair with nobody or at least k', () => {
    const random = seededRandom(7);
    const sets = Array.from({ length: 400 }, () =>
      Array.from({ length: 40 }, (_, i) => i).filter((i) => random() < 3 / (i + 4)),
    );
    const safe = anonymousSets(sets, 40, 11);
    expect(Math.min(...supports(sets).values())).toBeLessThan(11);
    expect(Math.min(...supports(safe.sets).values())).toBeGreaterThanOrEqual(11);
    safe.sets.forEach((set, row) => expect(sets[row]).toEqual(expect.arrayContaining([...set])));
    expect(safe.removed).toBe(sets.flat().length - safe.sets.flat().length);
    expect(safe.loss).toBeCloseTo(safe.removed / sets.flat().length, 12);
  });

  it('stay as they are when nothing is rare', () => {
    const sets = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? [0, 1] : [1, 2]));
    expect(anonymousSets(sets, 3, 15)).toEqual({ sets, occurrences: 60, removed: 0, loss: 0 });
  });

  it('remove a rare item altogether and the cheaper side of a rare pair', () => {
    const sets = [
      ...Array.from({ length: 20 }, () => [0, 1]),
      ...Array.from({ length: 20 }, () => [2]),
      [1, 2],
      [3],
    ];
    const safe = anonymousSets(sets, 4, 5);
    expect(safe.sets.at(-1)).toEqual([]);
    expect(safe.sets.at(-2)).toHaveLength(1);
    expect(safe.removed).toBe(2);
  });

  it('lose everything when there are fewer than k sets', () => {
    expect(anonymousSets([[0], [0, 1]], 2, 3).loss).toBe(1);
    expect(anonymousSets([], 2, 3).loss).toBe(0);
    expect(() => anonymousSets([[2]], 2, 3)).toThrow(RangeError);
  });
});
