import { describe, expect, test } from '@jest/globals';
import { outsideAnswers, rowsOf } from '../../../../test/statistics/outside-answers.js';
import { presets } from './presets.js';
import { belowThreshold, complementSmall, dominated, isDominatedNk, isSparse, isWithinP } from './rules.js';

describe('primary rules', () => {
  test('threshold, with zeros shown or small', () => {
    expect(belowThreshold([0, 1, 10, 11], 11, 'zerosAreShown')).toEqual([1, 2]);
    expect(belowThreshold([0, 1, 10, 11], 11, 'zerosAreSmall')).toEqual([0, 1, 2]);
  });

  test('dominance: above 85 % or fewer than two contributors', () => {
    expect(dominated([100, 100, 40, 0], [85, 86, 20, 0], [3, 3, 1, 0])).toEqual([1, 2]);
  });

  test('complement: nearly everybody, or everybody, has it', () => {
    expect(complementSmall([100, 89, 90, 100, 0, 50], [-1, 0, 0, 0, 0, -1], 11)).toEqual([2, 3]);
  });

  test('sparsity: fewer than half of the cells show', () => {
    expect(isSparse([0, 1, 2, 3], (cell) => cell < 2)).toBe(false);
    expect(isSparse([0, 1, 2, 3], (cell) => cell < 3)).toBe(true);
  });
});

describe('presets of other places', () => {
  test.each([
    // cisr.gc.ca, small-value suppression: accepted, rejected, abandoned, withdrawn | total.
    [[304, 125, 26, 20], 475, [304, 125, 26, 20], 475],
    [[28, 45, 7, 12], 92, [28, 45, undefined, undefined], 92],
    [[70, 29, 7, 21], 127, [70, 29, undefined, undefined], 127],
    [[5, 3, 1, 1], 10, [undefined, undefined, undefined, undefined], undefined],
  ])('irb-canada %j', (parts, total, shown, shownTotal) => {
    expect(presets['irb-canada'](parts, total)).toEqual({ parts: shown, total: shownTotal });
  });

  test('nhs-7-5 (OpenSAFELY: 6 and 7 redacted, 8 becomes 10)', () => {
    expect(presets['nhs-7-5']([0, 6, 7, 8], 21)).toEqual({ parts: [0, undefined, undefined, 10], total: 20 });
    expect(() => presets['nhs-7-5']([-1], 0)).toThrow(RangeError);
    expect(() => presets['nhs-7-5']([7.1], 8)).toThrow(RangeError);
  });

  test('legacy-lt6 and uk-tre-10', () => {
    expect(presets['legacy-lt6']([5, 6], 11)).toEqual({ parts: [undefined, 6], total: 11 });
    expect(presets['uk-tre-10']([9, 10], 19)).toEqual({ parts: [undefined, 10], total: 19 });
  });
});

outsideAnswers('sensitivity rules of sdcTable on magnitudes', ['sdctable'], (read) => {
  test('(n, k), p % and pq agree on A|female and D|male', () => {
    const rows = rowsOf(read('sdctable/microdata1.csv'));
    const { microdata1 } = JSON.parse(read('sdctable/expected.json')) as {
      microdata1: Record<string, number[]>;
    };
    const cells = ['Total', 'A', 'B', 'C', 'D'].flatMap((region) =>
      ['Total', 'male', 'female'].map((gender) =>
        rows
          .filter(
            (row) =>
              (region === 'Total' || row['region'] === region) &&
              (gender === 'Total' || row['gender'] === gender),
          )
          .map((row) => Number(row['val'])),
      ),
    );
    const sensitive = (rule: (contributions: number[]) => boolean): number[] =>
      cells.flatMap((contributions, at) => (rule(contributions) ? [at + 1] : []));
    expect(sensitive((c) => isDominatedNk(c, 2, 75))).toEqual(microdata1['nk_rule_n2_k75']);
    expect(sensitive((c) => isWithinP(c, 70))).toEqual(microdata1['p_rule_70']);
    expect(sensitive((c) => isWithinP(c, 60, 80))).toEqual(microdata1['pq_rule_60_80']);
  });
});
