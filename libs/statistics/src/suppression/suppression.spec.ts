import { describe, expect, test } from '@jest/globals';
import { cellNamed, cellsWhere, flat, tableOf, twoWay } from '../../../../test/statistics/small-tables.js';
import { outsideAnswers, rowsOf } from '../../../../test/statistics/outside-answers.js';
import { exactlyDerivable } from '../../../../test/statistics/rational-elimination.js';
import { seededRandom } from '../base/index.js';
import { codeTree } from '../cube/code-tree.js';
import { linkTables } from '../cube/linked-cells.js';
import { derivableCells } from './derivability.js';
import { areParallel, inverse, prime, times } from './modular.js';
import { publicationOrder } from './order.js';
import { suppress } from './secondary.js';

// Statistics Norway, SSBtools data z1 (MIT); pattern by GaussSuppression tests @6fa594c, maxN = 3.
const z1 =
  'A annet 11,B annet 7,C annet 5,D annet 13,E annet 9,F annet 12,G annet 6,H annet 9,A arbeid 11,B arbeid 1,C arbeid 8,D arbeid 2,E arbeid 14,F arbeid 9,G arbeid 4,H arbeid 3,A soshjelp 55,B soshjelp 29,C soshjelp 35,D soshjelp 17,E soshjelp 63,F soshjelp 24,G soshjelp 22,H soshjelp 38,A trygd 36,B trygd 18,C trygd 25,D trygd 13,E trygd 52,F trygd 22,G trygd 8,H trygd 15'
    .split(',')
    .map((row) => row.split(' '))
    .map(([region, main, count]): [string, string, number] => [region!, main!, Number(count)]);

describe('secondary suppression', () => {
  test('z1 of Statistics Norway: the published pattern, cell for cell', () => {
    const linked = twoWay(z1, ['region', 'main']);
    const primary = cellsWhere(linked, (count) => count >= 1 && count <= 3);
    const { hidden, secondary } = suppress(linked, { primary });
    expect(secondary.map((cell) => linked.names[cell]).sort()).toEqual([
      'region=B|main=annet',
      'region=D|main=annet',
      'region=H|main=annet',
    ]);
    expect(exactlyDerivable(linked.sums, hidden)).toEqual([]);
  });

  test('with jitter the pattern may differ, never its safety, and no value that was hidden could have been shown', () => {
    const linked = twoWay(z1, ['region', 'main']);
    const primary = cellsWhere(linked, (count) => count >= 1 && count <= 3);
    const patterns = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const { hidden, secondary } = suppress(linked, { primary, jitter: 1, random: seededRandom(seed) });
      expect(exactlyDerivable(linked.sums, hidden).filter((cell) => primary.includes(cell))).toEqual([]);
      for (const cell of secondary) {
        const shown = hidden.map((is, at) => is && at !== cell);
        expect(derivableCells(linked, shown).some((derived) => primary.includes(derived))).toBe(true);
      }
      patterns.add(secondary.join());
    }
    expect(patterns.size).toBeGreaterThan(3);
  });

  test('linked tables: each alone is safe, together exactly N must go (sdcTable linked-tables case)', () => {
    const region = { name: 'region', codes: ['A', 'B', 'I', 'J', 'K', 'L', 'M', 'N'] };
    const rows = [
      ['A', 2],
      ['B', 2],
      ['I', 8],
      ['J', 8],
      ['K', 3],
      ['L', 3],
      ['M', 3],
      ['N', 7],
    ] as const;
    const counties = tableOf(
      'counties',
      [codeTree(region, { 'county-1': ['A', 'B', 'I', 'J'], 'county-2': ['K', 'L', 'M', 'N'] })],
      rows,
    );
    const sizes = tableOf(
      'sizes',
      [codeTree(region, { big: ['L', 'M'], small: ['A', 'B', 'I', 'J', 'K', 'N'] })],
      rows,
    );
    for (const alone of [counties, sizes]) {
      const linked = linkTables([alone]);
      expect(suppress(linked, { primary: cellsWhere(linked, (count) => count <= 3) }).secondary).toEqual([]);
    }
    const linked = linkTables([counties, sizes]);
    const { secondary, hidden } = suppress(linked, { primary: cellsWhere(linked, (count) => count <= 3) });
    expect(secondary.map((cell) => linked.names[cell])).toEqual(['region=N']);
    expect(exactlyDerivable(linked.sums, hidden)).toEqual([]);
  });

  test('singletons: one person behind one of two hidden cells subtracts herself (GaussSuppression, sdcTable)', () => {
    const linked = linkTables([
      tableOf(
        'region',
        [flat('region', ['a', 'b', 'c'])],
        [
          ['a', 1],
          ['b', 2],
          ['c', 1],
        ],
      ),
    ]);
    const primary = cellsWhere(linked, (count) => count <= 1);
    expect(suppress(linked, { primary }).secondary).toEqual([]);
    expect(
      suppress(linked, { primary, singletons: primary }).secondary.map((cell) => linked.names[cell]),
    ).toEqual(['region=b']);
    // sdcTable, threshold 3: a + c = 2 must not be known either.
    expect(suppress(linked, { primary, threshold: 3 }).secondary.map((cell) => linked.names[cell])).toEqual([
      'region=b',
    ]);
  });

  test('what was told before counts: a cell that follows from it is named, the others are still protected', () => {
    const linked = twoWay([
      ['w', 'a', 3],
      ['w', 'b', 20],
      ['x', 'a', 30],
      ['x', 'b', 40],
    ]);
    const small = cellNamed(linked, 'row=w|column=a');
    const told = [linked.functionals[small]!];
    expect(suppress(linked, { primary: [small], told }).alreadyKnown).toEqual([small]);
    const other = cellNamed(linked, 'row=w|column=b');
    const safe = suppress(linked, { primary: [small], told: [linked.functionals[other]!] });
    expect(safe.hidden[cellNamed(linked, 'row=w')]).toBe(true);
    expect(derivableCells(linked, safe.hidden, [linked.functionals[other]!])).not.toContain(small);
  });

  test('zeros are offered first, then the larger, and of equal values the later', () => {
    expect(publicationOrder([5, 0, 9, 5, 0], [0, 1, 2, 3, 4], 0, seededRandom(1))).toEqual([4, 1, 2, 3, 0]);
    expect(() =>
      suppress(
        twoWay([
          ['w', 'a', 3],
          ['x', 'b', 4],
        ]),
        { primary: [], jitter: 1 },
      ),
    ).toThrow('randomness');
  });
});

describe('modular arithmetic', () => {
  test('inverses and parallel vectors', () => {
    for (const a of [1, 2, 3, prime - 1, 12_345_678]) expect(times(a, inverse(a))).toBe(1);
    expect(() => inverse(0)).toThrow(RangeError);
    const vector = { at: Int32Array.of(1, 4), by: Float64Array.of(2, prime - 3) };
    expect(areParallel(vector, { at: vector.at, by: vector.by.map((by) => times(by, 77)) })).toBe(true);
    expect(areParallel(vector, { at: vector.at, by: Float64Array.of(2, 3) })).toBe(false);
  });
});

outsideAnswers('secondary suppression of other programs', ['sdctable', 'checktauargus'], (read) => {
  test('the 4 × 4 trap: two hidden on every line and still one cell known exactly', () => {
    const rows = rowsOf(read('sdctable/problem-4x4.csv'));
    const linked = twoWay(
      rows.map((row): [string, string, number] => [row['v1']!, row['v2']!, Number(row['freq'])]),
    );
    const primary = rows
      .filter((row) => row['status'] === 'u')
      .map((row) => cellNamed(linked, `row=${row['v1']!}|column=${row['v2']!}`));
    const trapped = linked.names.map((_, cell) => primary.includes(cell));
    expect(derivableCells(linked, trapped)).toEqual([cellNamed(linked, 'row=w|column=b')]);
    expect(exactlyDerivable(linked.sums, trapped)).toEqual([cellNamed(linked, 'row=w|column=b')]);
    const { secondary, hidden } = suppress(linked, { primary });
    expect(secondary).toHaveLength(1);
    const answer = JSON.parse(read('sdctable/expected.json')) as {
      'problem-4x4': {
        'all_single_secondaries_that_work_and_resulting_w|b_interval': Record<string, number[]>;
      };
    };
    const working = Object.keys(
      answer['problem-4x4']['all_single_secondaries_that_work_and_resulting_w|b_interval'],
    ).map((name) => name.split('|'));
    expect(working.map(([row, column]) => cellNamed(linked, `row=${row!}|column=${column!}`))).toContain(
      secondary[0],
    );
    expect(exactlyDerivable(linked.sums, hidden)).toEqual([]);
  });

  test('checkTauArgus ex1: the optimal pattern of τ-ARGUS', () => {
    const lines = read('checktauargus/tabdata_ex1.tab')
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split(',').map((field) => field.trim()));
    const linked = twoWay(
      lines
        .filter(([region, gender]) => region !== 'Total' && gender !== 'Total')
        .map(([region, gender, count]) => [region!, gender!, Number(count)]),
      ['region', 'gender'],
    );
    const { ex1 } = JSON.parse(read('checktauargus/expected.json')) as {
      ex1: { status_in_file_order: string[] };
    };
    const { hidden } = suppress(linked, { primary: [cellNamed(linked, 'region=A|gender=female')] });
    lines.forEach(([region, gender], at) => {
      const name = [
        region === 'Total' ? '' : `region=${region!}`,
        gender === 'Total' ? '' : `gender=${gender!}`,
      ]
        .filter((part) => part !== '')
        .join('|');
      expect([name, hidden[cellNamed(linked, name)]]).toEqual([name, ex1.status_in_file_order[at] !== 's']);
    });
  });

  test('sdcTable microdata1: three secondaries beside A|female', () => {
    const records = rowsOf(read('sdctable/microdata1.csv')).map((row): [string, string, number] => [
      row['region']!,
      row['gender']!,
      1,
    ]);
    const linked = twoWay(records, ['region', 'gender']);
    expect(linked.counts[0]).toBe(100);
    const primary = cellsWhere(linked, (count) => count <= 3);
    expect(primary.map((cell) => linked.names[cell])).toEqual(['region=A|gender=female']);
    const { secondary, hidden } = suppress(linked, { primary });
    expect(secondary).toHaveLength(3);
    expect(hidden.filter((is) => !is)).toHaveLength(11);
  });
});
