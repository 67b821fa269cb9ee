import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outsideAnswers, rowsOf } from '../../../../test/statistics/outside-answers.js';
import { drbRounded, roundedTo } from './deterministic.js';
import { randomlyRounded } from './random-rounding.js';
import { roundSmallCounts } from './small-count-rounding.js';

describe('rounding rules', () => {
  test('the Disclosure Review Board of the US Census Bureau', () => {
    expect(
      [14, 15, 94, 95, 124, 125, 1049, 1050, 10_249, 10_250, 100_499, 1_234_567].map(drbRounded),
    ).toEqual(['N<15', 20, 90, 100, 100, 150, 1000, 1100, 10_000, 10_500, 100_000, 1_235_000]);
    expect(() => drbRounded(1.5)).toThrow(RangeError);
    expect(() => roundedTo(3, 0)).toThrow(RangeError);
  });

  test.each([
    [0, { 0: 1 }],
    [1, { 0: 2 / 3, 3: 1 / 3 }],
    [2, { 3: 2 / 3, 0: 1 / 3 }],
    [3, { 3: 1 }],
    [4, { 3: 2 / 3, 6: 1 / 3 }],
    [5, { 6: 2 / 3, 3: 1 / 3 }],
  ])('random rounding to base 3 of %i (HandbookSDC 5.5)', (count, expected) => {
    const steps = 30_000,
      seen = new Map<number, number>();
    for (let i = 0; i < steps; i++) {
      const value = randomlyRounded(count, 3, (i + 0.5) / steps);
      seen.set(value, (seen.get(value) ?? 0) + 1 / steps);
    }
    for (const [value, probability] of Object.entries(expected))
      expect(seen.get(Number(value))).toBeCloseTo(probability as number, 4);
    expect([...seen].reduce((sum, [value, share]) => sum + value * share, 0)).toBeCloseTo(count, 4);
  });
});

describe('small-count rounding', () => {
  test('adds up, leaves nothing published between 0 and the base, and moves nothing that need not move', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 3, max: 7 }),
        (grid, base) => {
          const inner = grid.flat();
          const published = [
            inner.map((_, at) => at),
            ...grid.map((_, r) => [0, 1, 2, 3].map((c) => 4 * r + c)),
            ...[0, 1, 2, 3].map((c) => grid.map((_, r) => 4 * r + c)),
          ];
          const out = roundSmallCounts(inner, published, base);
          out.published.forEach((value, at) => {
            expect(value).toBe(published[at]!.reduce((sum, part) => sum + out.inner[part]!, 0));
            expect(value === 0 || value >= base).toBe(true);
          });
          out.inner.forEach((value, at) => {
            expect(value === inner[at] || value === 0 || value === base).toBe(true);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('refuses a base below 2', () => {
    expect(() => roundSmallCounts([1], [[0]], 1)).toThrow(RangeError);
  });
});

outsideAnswers('small-count rounding of Statistics Norway', ['ssb'], (read) => {
  test('e6: inner differences', () => {
    const rows = rowsOf(read('ssb/e6.csv'));
    const { e6_base5: answer } = JSON.parse(read('ssb/expected.json')) as {
      e6_base5: { inner_difference_dimVar_geo_eu: number[] };
    };
    const inner = rows.map((row) => Number(row['freq']));
    const having = (name: string, value: string): number[] =>
      rows.flatMap((row, at) => (row[name] === value ? [at] : []));
    const out = roundSmallCounts(
      inner,
      [
        rows.map((_, at) => at),
        ...['Iceland', 'Portugal', 'Spain'].map((geo) => having('geo', geo)),
        having('eu', 'EU'),
        having('eu', 'nonEU'),
      ],
      5,
    );
    expect(out.inner.map((value, at) => value - inner[at]!)).toEqual(answer.inner_difference_dimVar_geo_eu);
  });

  test('exPSD: every published and every inner cell is the published answer', () => {
    const rows = rowsOf(read('ssb/exPSD.csv'));
    const inner = rows.map((row) => Number(row['freq']));
    const having = (name: string, value: string): number[] =>
      rows.flatMap((row, at) => (row[name] === value ? [at] : []));
    const out = roundSmallCounts(
      inner,
      [
        rows.map((_, at) => at),
        ...['row1', 'row2', 'row3'].map((row) => having('rows', row)),
        ...[1, 2, 3, 4, 5].map((c) => having('cols', `col${c}`)),
      ],
      5,
    );
    expect(out.published).toEqual(
      rowsOf(read('ssb/expected-pls-exPSD-base5-publish.csv')).map((row) => Number(row['rounded'])),
    );
    const answers = rowsOf(read('ssb/expected-pls-exPSD-base5-inner.csv'));
    expect(answers).toHaveLength(rows.length);
    for (const { rows: row, cols, rounded } of answers) {
      const at = rows.findIndex((own) => own['rows'] === row && own['cols'] === cols);
      expect([row, cols, out.inner[at]]).toEqual([row, cols, Number(rounded)]);
    }
  });
});
