import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { outsideAnswers, rowsOf } from '../../../../test/statistics/outside-answers.js';
import { readOnsCsv, readPtableCsv } from '../p-table/published-formats.js';
import { symmetricRow } from '../p-table/symmetric-row.js';
import { cellDeviation, cellMessage, cellUniform, publishedCount } from './cell-key.js';
import { uniformOf } from './keyed-hash.js';
import { fractionKey, fractionPerturbed, moduloKey, onsPerturbed, onsRow } from './sum-keys.js';

const hash = (message: Uint8Array): Uint8Array =>
  createHmac('sha256', 'a cell secret').update(message).digest();

describe('cell key', () => {
  test('hashes version, key, count and level in fixed places', () => {
    const message = cellMessage({
      count: 0x01020304,
      keyHigh: 0xaabbccdd,
      keyLow: 0x11223344,
      level: 0x0506,
    });
    expect(Buffer.from(message).toString('hex')).toBe('7631aabbccdd11223344010203040506');
  });

  test('a uniform is the top 53 bits', () => {
    expect(uniformOf(new Uint8Array(8))).toBe(0);
    expect(uniformOf(new Uint8Array(8).fill(255))).toBe(1 - 2 ** -53);
    expect(uniformOf(Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0x08, 0))).toBe(0.5 + 2 ** -53);
    expect(() => uniformOf(new Uint8Array(7))).toThrow(RangeError);
  });

  test('the same records give the same draw at one level and another at the next', () => {
    const cell = { count: 12, keyHigh: 77, keyLow: 99, level: 2 };
    expect(cellUniform(cell, hash)).toBe(cellUniform({ ...cell }, hash));
    expect(cellUniform(cell, hash)).not.toBe(cellUniform({ ...cell, level: 1 }, hash));
    expect(cellUniform(cell, hash)).not.toBe(cellUniform({ ...cell, count: 13 }, hash));
    expect(cellUniform(cell, hash)).not.toBe(cellUniform({ ...cell, keyHigh: 78 }, hash));
  });

  test('100,000 draws follow the row: chi-square below its 0.999 quantile, lag correlation nil', () => {
    const row = symmetricRow(5, 3, 11);
    const seen = new Map<number, number>();
    const draws: number[] = [];
    for (let i = 0; i < 100_000; i++) {
      const e = cellDeviation({ count: 20, keyHigh: i, keyLow: 0, level: 1 }, row, hash);
      draws.push(e);
      seen.set(e, (seen.get(e) ?? 0) + 1);
    }
    const chiSquare = row.deviations.reduce((sum, v, at) => {
      const expected = 100_000 * row.probabilities[at]!;
      return sum + ((seen.get(v) ?? 0) - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(29.59);
    const lag = draws.slice(1).reduce((sum, e, at) => sum + e * draws[at]!, 0) / (3 * (draws.length - 1));
    expect(Math.abs(lag)).toBeLessThan(0.0125);
  });

  test('publishes only what is at the threshold before and after the noise', () => {
    expect(publishedCount(11, 0, 11)).toBe(11);
    expect(publishedCount(11, -1, 11)).toBeUndefined();
    expect(publishedCount(10, 5, 11)).toBeUndefined();
    expect(publishedCount(0, 0, 11)).toBeUndefined();
    expect(publishedCount(20, -5, 11)).toBe(15);
  });
});

test('the ONS row repeats above 750', () => {
  expect([1, 750, 751, 1000, 1001].map(onsRow)).toEqual([1, 750, 501, 750, 501]);
});

outsideAnswers('21 perturbed counts of cellKey (R)', ['cellkey'], (read) => {
  test('cell keys, perturbed counts', () => {
    const table = readPtableCsv(read('cellkey/ptable-D5-V3-js2-pstay0.5.csv'));
    const records = rowsOf(read('cellkey/microdata-sex-age-reckey.csv'));
    const expected = rowsOf(read('cellkey/expected-freqtab-D5-V3-js2-pstay0.5.csv'));
    expect(expected).toHaveLength(21);
    for (const cell of expected) {
      const keys = records
        .filter(
          (record) =>
            (cell['sex'] === 'Total' || record['sex'] === cell['sex']) &&
            (cell['age'] === 'Total' || record['age'] === cell['age']),
        )
        .map((record) => Number(record['rec_key']));
      expect(keys.length).toBe(Number(cell['uwc']));
      const key = fractionKey(keys);
      expect(key).toBeCloseTo(Number(cell['ckey']), 9);
      expect(fractionPerturbed(keys.length, key, table)).toBe(Number(cell['puwc']));
    }
  });
});

outsideAnswers('200 cells of the ONS package', ['ons-cellkey'], (read) => {
  test('keys and counts', () => {
    const table = readOnsCsv(read('ons-cellkey/ptable_10_5_rule.csv.gz'));
    const records = rowsOf(read('ons-cellkey/microdata-seed111-1000.csv'));
    const expected = rowsOf(read('ons-cellkey/expected-var1-var5-var8.csv'));
    expect(expected).toHaveLength(200);
    for (const cell of expected) {
      const keys = records
        .filter((record) => ['var1', 'var5', 'var8'].every((name) => record[name] === cell[name]))
        .map((record) => Number(record['record_key']));
      expect(keys.length).toBe(Number(cell['pre_sdc_count']));
      const key = moduloKey(keys, table.keys);
      expect(key).toBe(Number(cell['ckey']));
      expect(onsPerturbed(keys.length, key, table)).toBe(
        cell['count'] === '' ? undefined : Number(cell['count']),
      );
    }
  });
});
