import { describe, expect, test } from '@jest/globals';
import { outsideAnswers } from '../../../../test/statistics/outside-answers.js';
import { maximumEntropyTable, maximumEntropyRow } from './maximum-entropy.js';
import {
  brokenInvariants,
  deviationAt,
  momentsOf,
  type PerturbationTable,
  rowFor,
} from './perturbation-table.js';
import { readOnsCsv, readPtableCsv, readTauArgus } from './published-formats.js';
import { symmetricRow } from './symmetric-row.js';

const largestDifference = (ours: PerturbationTable, theirs: PerturbationTable): number => {
  expect(ours.rows.length).toBe(theirs.rows.length);
  let largest = 0;
  ours.rows.forEach((row, at) => {
    const other = theirs.rows[at]!;
    const published = new Map(other.deviations.map((v, i) => [v, other.probabilities[i]!]));
    row.deviations.forEach((v, i) => {
      largest = Math.max(largest, Math.abs(row.probabilities[i]! - (published.get(v) ?? 0)));
    });
    for (const v of other.deviations) expect(row.deviations).toContain(v);
  });
  return largest;
};

describe('symmetric row', () => {
  test('has the probabilities of the design for D = 5, V = 3', () => {
    const row = symmetricRow(5, 3, 11);
    // ptable 1.0.0, last row of D = 5, V = 3, js = 2: equal to 3.4e-9.
    const expected = [0.228801, 0.194193, 0.11873, 0.052293, 0.016591, 0.003792];
    row.deviations.forEach((v, at) => expect(row.probabilities[at]).toBeCloseTo(expected[Math.abs(v)]!, 5));
    expect(momentsOf(row).variance).toBeCloseTo(3, 12);
  });

  test('refuses a variance that the support cannot have', () => {
    expect(() => symmetricRow(2, 4, 3)).toThrow(RangeError);
    expect(() => symmetricRow(0, 1, 3)).toThrow(RangeError);
  });

  test('reaches a variance above the uniform one', () => {
    expect(momentsOf(symmetricRow(2, 3, 3)).variance).toBeCloseTo(3, 9);
  });
});

describe('maximum entropy', () => {
  test('has more entropy than any feasible neighbour', () => {
    const row = maximumEntropyRow(4, { maximum: 5, variance: 3, smallest: 2 });
    const entropy = (p: readonly number[]) => -p.reduce((sum, x) => sum + x * Math.log(x), 0);
    const best = entropy(row.probabilities);
    // Any direction that keeps total, mean and second moment: from four neighbouring deviations.
    for (let at = 1; at + 3 < row.deviations.length; at++) {
      for (const step of [1e-4, -1e-4]) {
        const moved = [...row.probabilities];
        [1, -3, 3, -1].forEach((weight, i) => {
          moved[at + i]! += weight * step;
        });
        expect(entropy(moved)).toBeLessThan(best);
      }
    }
  });

  test('refuses a variance too small for the support', () => {
    expect(() => maximumEntropyRow(1, { maximum: 5, variance: 0.5, smallest: 2 })).toThrow(RangeError);
  });

  test('a table is drawn at the boundary as cumulated intervals say', () => {
    const row = rowFor(maximumEntropyTable({ maximum: 2, variance: 1, smallest: 0 }), 9);
    expect(deviationAt(row, 0)).toBe(-2);
    expect(deviationAt(row, row.probabilities[0]!)).toBe(-1);
    expect(deviationAt(row, 1 - 2 ** -53)).toBe(2);
    expect(() => rowFor({ maximum: 1, rows: [] }, 0)).toThrow(RangeError);
    expect(() => rowFor(maximumEntropyTable({ maximum: 2, variance: 1, smallest: 0 }), -1)).toThrow(
      RangeError,
    );
  });
});

outsideAnswers('p-tables of ptable 1.0.0 and its vignette', ['ptable'], (read) => {
  const cases: [string, number, number, number, { rising?: boolean; stay?: number }][] = [
    ['expected-pt_ex_cnts-D2-V1.05-js1', 2, 1.05, 1, {}],
    ['expected-vignette-D2-V1.08-js1', 2, 1.08, 1, {}],
    ['expected-cellkeytest-D5-V3-js2-pstay0.5', 5, 3, 2, { stay: 0.5, rising: true }],
    ['generated-D2-V1-js0-monoFALSE', 2, 1, 0, {}],
    ['generated-D3-V1-js0-monoFALSE', 3, 1, 0, {}],
    ['generated-D3-V1-js0-monoTRUE', 3, 1, 0, { rising: true }],
    ['generated-D4-V2-js1-monoFALSE', 4, 2, 1, {}],
    ['generated-D4-V2-js1-monoTRUE', 4, 2, 1, { rising: true }],
    ['generated-D5-V2-js1-monoFALSE', 5, 2, 1, {}],
    ['generated-D5-V2-js1-monoTRUE', 5, 2, 1, { rising: true }],
    ['generated-D5-V2.5-js2-monoFALSE', 5, 2.5, 2, {}],
    ['generated-D5-V2.5-js2-monoTRUE', 5, 2.5, 2, { rising: true }],
    ['generated-D5-V3-js2-monoFALSE', 5, 3, 2, {}],
    ['generated-D5-V3-js2-monoTRUE', 5, 3, 2, { rising: true }],
    ['generated-D6-V3-js2-monoFALSE', 6, 3, 2, {}],
    ['generated-D6-V3-js2-monoTRUE', 6, 3, 2, { rising: true }],
  ];
  test.each(cases)('%s', (file, maximum, variance, smallest, demands) => {
    const theirs = readPtableCsv(read(`ptable/${file}.csv`));
    const ours = maximumEntropyTable({ maximum, variance, smallest }, demands);
    expect(largestDifference(ours, theirs)).toBeLessThan(5e-7);
    expect(brokenInvariants(ours, { maximum, variance, smallest }, 1e-9)).toEqual([]);
    expect(brokenInvariants(theirs, { maximum, variance, smallest })).toEqual([]);
  });
});

outsideAnswers('p-tables of τ-ARGUS', ['tauargus'], (read) => {
  test.each([
    ['ckm-frequency-20160511_szenario_5a.txt', 5, 2],
    ['ckm-frequency-tau_testW_ptable.txt', 7, 2],
  ])('%s', (file, maximum, smallest) => {
    const table = readTauArgus(read(`tauargus/${file}`));
    expect(table.maximum).toBe(maximum);
    const variance = momentsOf(table.rows[table.rows.length - 1]!).variance;
    const broken = brokenInvariants(table, { maximum, variance, smallest }, 1e-6);
    expect(broken).toEqual([]);
  });
});

outsideAnswers('the p-table of the ONS', ['ons-cellkey'], (read) => {
  test('has 256 keys and 750 rows', () => {
    const table = readOnsCsv(read('ons-cellkey/ptable_10_5_rule.csv.gz'));
    expect([table.keys, table.rows]).toEqual([256, 751]);
  });
});

test('importers name the line that is wrong', () => {
  expect(() => readPtableCsv('i,j,p,v\n0,0,1,0\n1,0,x,-1\n')).toThrow('Line 3');
  expect(() => readPtableCsv('i,j,p,v\n0,0,1,0\n2,0,1,-1\n')).toThrow('out of order');
  expect(() => readPtableCsv('a,b\n1,2\n')).toThrow('no column');
  expect(() => readOnsCsv('pcv,ckey,pvalue\n1,0,0\n1,256,0\n')).toThrow('Line 3');
  expect(() => readOnsCsv('pcv,ckey,pvalue\n1,0,0\n')).toThrow('1 pairs');
});
