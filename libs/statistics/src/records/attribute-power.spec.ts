import { describe, expect, it } from '@jest/globals';
import { attributePower, prosecutorRisk } from './attribute-power.js';

describe('distinction and separation', () => {
  // ARX, TestRiskQuasiIdentifiers.java @aacd487, calculated there by hand.
  const rows = [
    ['20', 'Female', 'CA'],
    ['30', 'Female', 'CA'],
    ['40', 'Female', 'TX'],
    ['20', 'Male', 'NY'],
    ['40', 'Male', 'CA'],
  ];
  it.each([
    ['sex', [1], 0.4, 0.6],
    ['state', [2], 0.6, 0.7],
    ['age', [0], 0.6, 0.8],
    ['sex, state', [1, 2], 0.8, 0.9],
    ['age, sex', [0, 1], 1, 1],
    ['age, state', [0, 2], 1, 1],
    ['age, sex, state', [0, 1, 2], 1, 1],
  ])('of %s', (_, columns, distinction, separation) => {
    const power = attributePower(rows, columns);
    expect(power.distinction).toBeCloseTo(distinction, 12);
    expect(power.separation).toBeCloseTo(separation, 12);
  });

  it('prosecutor risk of the seven-row example, before and after k = 2', () => {
    expect(prosecutorRisk([1, 1, 1, 1, 1, 1, 1])).toEqual({ average: 1, highest: 1 });
    expect(prosecutorRisk([2, 2, 3])).toEqual({ average: 0.42857142857142855, highest: 0.5 });
    expect(prosecutorRisk([])).toEqual({ average: 0, highest: 0 });
  });
});
