import { expect, test } from '@jest/globals';
import { keyFrequencies, mondrian } from '#statistics';
import { outsideAnswers, rowsOf } from './outside-answers.js';

outsideAnswers('Mondrian: penalty of the two published cases', ['mondrian'], (read) => {
  const answers = JSON.parse(read('mondrian/expected.json')) as { k: number; tolerance: number } & Record<
    'case1' | 'case2',
    Record<'strict' | 'relaxed', number>
  >;

  test.each([
    ['case1', 'strict'],
    ['case1', 'relaxed'],
    ['case2', 'strict'],
    ['case2', 'relaxed'],
  ] as const)('%s, %s', (name, cut) => {
    const rows = rowsOf(read(`mondrian/${name}.csv`)).map(({ a, b }) => [Number(a), Number(b)]);
    const { penalty, regions } = mondrian(rows, answers.k, cut);
    expect(Math.abs(penalty - answers[name][cut])).toBeLessThan(1e-6);
    expect(regions.flatMap(({ records }) => records).sort((x, y) => x - y)).toEqual(rows.map((_, i) => i));
    expect(Math.min(...regions.map(({ records }) => records.length))).toBeGreaterThanOrEqual(answers.k);
  });
});

type Cells = (number | null)[][];
interface MicroAnswers {
  case_no_missing: {
    rows: Cells;
    fk: number[];
    Fk_weighted: number[];
    weights: number[];
    uniques: number;
    doubles: number;
  };
  case_missing: { C: (number | null)[]; fk_wildcard: number[]; fk_own_category: number[] };
}

outsideAnswers('sdcMicro: key frequencies', ['sdcmicro'], (read) => {
  const { case_no_missing: whole, case_missing: missing } = JSON.parse(
    read('sdcmicro/freqcalc-cases.json'),
  ) as MicroAnswers;
  const { rows } = whole;

  test('frequencies, uniques and doubles without missing values', () => {
    const { inSample } = keyFrequencies(rows, 'ownCategory');
    expect([...inSample]).toEqual(whole.fk);
    expect(inSample.filter((n) => n === 1)).toHaveLength(whole.uniques);
    expect(inSample.filter((n) => n === 2)).toHaveLength(whole.doubles);
  });

  test('a missing value as a wildcard, as there, and as its own category, as here', () => {
    const gaps = rows.map((row, i) => row.with(2, missing.C[i] ?? null));
    expect([...keyFrequencies(gaps, 'wildcard').inSample]).toEqual(missing.fk_wildcard);
    expect([...keyFrequencies(gaps, 'ownCategory').inSample]).toEqual(missing.fk_own_category);
  });

  test('francdat: sample and population frequencies by hand from its eight rows', () => {
    const table = rowsOf(read('sdcmicro/francdat.csv'));
    const { inSample, inPopulation } = keyFrequencies(
      table.map(({ Key1, Key2, Key3, Key4 }) => [Key1 ?? '', Key2 ?? '', Key3 ?? '', Key4 ?? '']),
      'ownCategory',
      table.map(({ w }) => Number(w)),
    );
    expect([...inSample]).toEqual([2, 2, 2, 1, 1, 1, 1, 2]);
    expect([...inPopulation]).toEqual([18 + 92, 45.5 + 39, 45.5 + 39, 17, 541, 8, 5, 18 + 92]);
  });

  test('weighted frequencies', () => {
    expect([...keyFrequencies(rows, 'ownCategory', whole.weights).inPopulation]).toEqual(whole.Fk_weighted);
  });
});
