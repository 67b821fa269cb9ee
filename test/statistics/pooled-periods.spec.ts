import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  auditUnion,
  type KnownRelease,
  type LinearSolver,
  overlappingPeriods,
  type OutcomeRecord,
  type PooledPeriod,
  pooledSets,
  riskSetsFile,
  type RiskSetsFile,
  riskSetsTerms,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { baseOf, categoriesOf } from './released-files.js';
import { twoWay } from './small-tables.js';

const register = baseOf('register');
const k = 11;

/** File B as it would be written at the end of a year, three years pooled. */
const fileAfter = (year: number, from = 0): RiskSetsFile => {
  const file = riskSetsFile(
    register.filter((record) => record.year <= year && record.year >= from),
    riskSetsTerms(k),
  );
  if (file.refused) throw new Error(`File B after ${year} was refused.`);
  return file;
};

/** How many sets of some periods hold each pair of categories. */
const pairsIn = (sets: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const set of sets) {
    const own = [...set].sort();
    own.forEach((a, at) => {
      for (const b of own.slice(at + 1)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    });
  }
  return counts;
};
const published = ({ rows }: RiskSetsFile, period: string): Map<string, number> =>
  pairsIn(rows.filter(([own]) => own === period).map(([, set]) => set.split(' ')));
const truth = (year: number): Map<string, number> =>
  pairsIn(
    register
      .filter((record: OutcomeRecord) => record.year === year && record.riskFactors !== null)
      .map(categoriesOf),
  );

describe('yearly releases of pooled years', () => {
  const first = fileAfter(2016),
    second = fileAfter(2017);

  test('each file holds every pair for nobody or for at least k, and the difference of two counts the small groups of a single year', () => {
    expect(Object.keys(first.lossByPeriod)).toEqual(['2014-2016']);
    expect(Object.keys(second.lossByPeriod).sort()).toEqual(['2014', '2015-2017']);
    const before = published(first, '2014-2016'),
      alone = published(second, '2014'),
      after = published(second, '2015-2017'),
      real = truth(2017);
    for (const counts of [before, alone, after])
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(k);
    // 2017 = (2015 … 2017) − (2014 … 2016) + 2014: nothing but published counts.
    let small = 0,
      exact = 0,
      near = 0,
      claimed = 0;
    for (const [pair, count] of after) {
      const given = count - (before.get(pair) ?? 0) + (alone.get(pair) ?? 0),
        there = real.get(pair) ?? 0;
      if (given > 0 && given < k) claimed++;
      if (there === 0 || there >= k) continue;
      small++;
      if (given === there) exact++;
      if (Math.abs(given - there) <= 1) near++;
    }
    console.log(
      `overlapping periods: of ${small} pairs that 1 … ${k - 1} discussions of 2017 hold, ${exact} are told exactly and ${near} within one, among ${claimed} differences below ${k}`,
    );
    expect(exact).toBeGreaterThan(0);
  });

  test('the ledger refuses them, and takes periods that share no year or are the same bytes', () => {
    const periods = pooledSets(first);
    expect(
      overlappingPeriods(periods, pooledSets(second))
        .map(([theirs, mine]) => `${theirs.from}-${theirs.to} ${mine.from}-${mine.to}`)
        .sort(),
    ).toEqual(['2014-2016 2014-2014', '2014-2016 2015-2017']);
    expect(overlappingPeriods(periods, pooledSets(fileAfter(2019, 2017)))).toEqual([]);
    expect(overlappingPeriods(periods, pooledSets(fileAfter(2016)))).toEqual([]);
    // Three years later the first period stands again as it was: the same records, the same greedy removals.
    expect(overlappingPeriods(periods, pooledSets(fileAfter(2019)))).toEqual([]);
  });

  test('the same years from corrected records are another file', () => {
    const corrected = register.filter(
      (record, at) =>
        record.year <= 2016 &&
        at !== register.findIndex(({ year, riskFactors }) => year === 2015 && riskFactors !== null),
    );
    const again = riskSetsFile(corrected, riskSetsTerms(k));
    expect(again.refused).toBe(false);
    if (!again.refused) expect(overlappingPeriods(pooledSets(first), pooledSets(again))).toHaveLength(1);
  });

  test('periods of another file are its own affair, and a label that is no period is an error', () => {
    const period = (file: string, from: number, to: number): PooledPeriod => ({
      file,
      from,
      to,
      content: `${file} ${from}`,
    });
    expect(overlappingPeriods([period('people', 2014, 2016)], [period('risk-sets', 2015, 2017)])).toEqual([]);
    expect(overlappingPeriods([period('people', 2014, 2016)], [period('people', 2016, 2018)])).toHaveLength(
      1,
    );
    expect(() => pooledSets({ rows: [], lossByPeriod: { all: 0 } })).toThrow(RangeError);
    expect(() => pooledSets({ rows: [], lossByPeriod: { '2016-2014': 0 } })).toThrow(RangeError);
  });
});

describe('the union audit of files of records', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await highsHere();
  });

  test('refuses two files that pool a year in common, names them, and takes them one after the other', async () => {
    const linked = twoWay([
        ['w', 'a', 30],
        ['w', 'b', 40],
        ['x', 'a', 50],
        ['x', 'b', 60],
      ]),
      silent = linked.counts.map(() => Number.NaN);
    const release = (name: string, pooled: readonly PooledPeriod[]): KnownRelease => ({
      name,
      values: silent,
      maximum: undefined,
      draw: 'none',
      pooled,
    });
    const union = await auditUnion(
      linked,
      [release('of 2016', pooledSets(fileAfter(2016))), release('of 2017', pooledSets(fileAfter(2017)))],
      [],
      k,
      [solver],
    );
    expect(union).toMatchObject({
      holds: false,
      derivable: [],
      contradictions: [],
      overlapping: [['of 2016', 'of 2017']],
    });
    const apart = await auditUnion(
      linked,
      [
        release('of 2016', pooledSets(fileAfter(2016))),
        release('of 2019', pooledSets(fileAfter(2019, 2017))),
      ],
      [],
      k,
      [solver],
    );
    expect(apart).toMatchObject({ holds: true, overlapping: [] });
  });
});
