import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../base/draw.js';
import { outcomeRecords } from '../base/generate.js';
import { baseShapes, demoShape } from '../base/shapes.js';
import { csvFile, csvOfColumns } from './csv.js';
import { peopleFile, type PeopleFile, peopleKeys, peopleTerms } from './people-file.js';
import { recount } from './recount.js';
import { periodsOf } from './release-hierarchies.js';
import { riskSetsFile, riskSetsTerms } from './risk-sets-file.js';
import { verifyPeopleFile, verifyRiskSetsFile } from './verify-files.js';

const records = [...outcomeRecords(baseShapes.year, seededRandom(baseShapes.year.seed))];
const bytesOf = (chunks: Iterable<string>): Uint8Array[] =>
  [...chunks].map((chunk) => new TextEncoder().encode(chunk));
const written = (file: ReturnType<typeof peopleFile>): PeopleFile => {
  if (file.refused) throw new Error('refused');
  return file;
};

describe('file A', () => {
  const terms = peopleTerms(15),
    file = written(peopleFile(records, terms));

  it('passes the independent counter, from its bytes', () => {
    const bytes = bytesOf(csvOfColumns(file.columns));
    expect(verifyPeopleFile(bytes, terms)).toEqual([]);
    expect(recount(bytes, peopleKeys, [])).toMatchObject({
      header: [...peopleKeys, 'conclusionGroup'],
      rows: file.rows,
      smallest: file.smallestClass,
    });
  });

  it('tells the ledger the count of every class shown', () => {
    expect(file.cells.reduce((sum, { count }) => sum + count, 0)).toBe(file.rows);
    expect(Math.min(...file.cells.map(({ count }) => count))).toBe(file.smallestClass);
    expect(new Set(file.cells.map(({ labels }) => labels.join('|'))).size).toBe(file.cells.length);
    expect(file.cells[0]?.labels).toHaveLength(peopleKeys.length);
  });

  it('leaves out nobody or at least k, and says so rounded to 5', () => {
    const suppressed = records.length - file.rows;
    expect(suppressed === 0 || suppressed >= 15).toBe(true);
    expect(file.suppressedRounded % 5).toBe(0);
    expect(Math.abs(file.suppressedRounded - suppressed)).toBeLessThanOrEqual(2);
    expect(file.suppressedShare).toBeCloseTo(suppressed / records.length, 12);
  });

  it('does so for any part of the records', () => {
    for (let rows = 200; rows <= 2200; rows += 100) {
      const part = peopleFile(records.slice(0, rows), terms),
        left = part.refused ? 0 : rows - part.rows;
      expect(left === 0 || left >= 15).toBe(true);
    }
  });

  it('has an order that does not depend on the order of the records', () => {
    const [one, other] = [records, records.toReversed()].map((given) =>
      [...csvOfColumns(written(peopleFile(given, terms)).columns)].join(''),
    );
    expect(other).toBe(one);
  });

  it('is refused where no generalisation passes its guards', () => {
    const alike = records.map((record) => ({ ...record, conclusionGroup: 'other' as const }));
    expect(peopleFile(alike, terms)).toEqual({ refused: true, advice: 'poolYears' });
    expect(peopleFile(records.slice(0, 10), terms).refused).toBe(true);
    expect(peopleFile([], terms).refused).toBe(true);
    const oneTable = records.map((record) => ({ ...record, table: 'east-01' }));
    expect(peopleFile(oneTable, terms).refused).toBe(true);
    expect(peopleFile(oneTable, { ...terms, dominance: undefined }).refused).toBe(false);
  });

  it('is made for the demonstration too', () => {
    const shape = demoShape(2026),
      demo = written(peopleFile([...outcomeRecords(shape, seededRandom(shape.seed))], peopleTerms(11)));
    expect(demo.suppressedShare).toBeLessThanOrEqual(0.05);
    expect(verifyPeopleFile(bytesOf(csvOfColumns(demo.columns)), peopleTerms(11))).toEqual([]);
  });
});

describe('the judgement of written files', () => {
  const people = (rows: string): Uint8Array[] =>
    bytesOf([`year,ageBand,sex,type,originatingSectorGroup,conclusionGroup\r\n${rows}`]);
  const row = (conclusion: string): string => `2024,18-24,male,person,other-sectors,${conclusion}\r\n`;
  it('finds what is planted', () => {
    const terms = peopleTerms(6),
      mixed = ['a', 'b', 'c', 'a', 'b', 'c'].map(row).join('');
    expect(verifyPeopleFile(people(mixed), terms)).toEqual([]);
    expect(verifyPeopleFile(people(mixed + row('a').replace('male', 'female')), terms)).toEqual([
      'classBelowK',
      'tooFewValues',
      'shareTooLarge',
    ]);
    expect(verifyPeopleFile(people(['a', 'b', 'a', 'b', 'a', 'b'].map(row).join('')), terms)).toEqual([
      'tooFewValues',
    ]);
    expect(verifyPeopleFile(people(row('a').repeat(18) + row('b') + row('c')), terms)).toEqual([
      'shareTooLarge',
    ]);
    expect(
      verifyRiskSetsFile(
        bytesOf(['period,riskCategories\r\n', '2024,drugs housing\r\n'.repeat(6)]),
        riskSetsTerms(6),
      ),
    ).toEqual([]);
    expect(
      verifyRiskSetsFile(
        bytesOf([
          'period,riskCategories\r\n',
          '2024,drugs housing\r\n'.repeat(6),
          '2024,drugs gangs\r\n'.repeat(5),
        ]),
        riskSetsTerms(6),
      ),
    ).toEqual(['itemOrPairBelowK']);
  });
});

describe('file B', () => {
  it('holds each category and pair at least k times, and no more than the records name', () => {
    const file = riskSetsFile(records, riskSetsTerms(11));
    if (file.refused) throw new Error('refused');
    expect(verifyRiskSetsFile(bytesOf(csvFile(file.header, file.rows)), riskSetsTerms(11))).toEqual([]);
    expect(file.rows.length).toBeLessThanOrEqual(
      records.filter(({ riskFactors }) => riskFactors !== null).length,
    );
    expect(file.loss).toBeLessThan(0.05);
  });

  it('is refused above its loss and says how many years to pool', () => {
    const years = records.map((record, i) => ({ ...record, year: 2019 + (i % 6) }));
    const refused = riskSetsFile(years, riskSetsTerms(11, 1));
    expect(refused).toMatchObject({ refused: true });
    const pooled = refused.refused ? (refused.poolYears ?? 0) : 0;
    expect(pooled).toBeGreaterThan(1);
    expect(riskSetsFile(years, riskSetsTerms(11, pooled)).refused).toBe(false);
    expect(riskSetsFile(years, riskSetsTerms(11, pooled - 1)).refused).toBe(true);
  });

  it('counts a factor that a table added by the category its code begins with', () => {
    const local = records.map((record) => ({
      ...record,
      riskFactors: record.riskFactors === null ? null : ['drugs.local-new-drug'],
    }));
    const file = riskSetsFile(local, riskSetsTerms(11));
    expect(file.refused ? [] : [...new Set(file.rows.map(([, set]) => set))]).toEqual(['drugs']);
  });
});

describe('the floor of k', () => {
  it('refuses to make either file below 6', () => {
    expect(() => peopleFile(records, peopleTerms(5))).toThrow(RangeError);
    expect(() => riskSetsFile(records, riskSetsTerms(5))).toThrow(RangeError);
  });
});

describe('periods', () => {
  it('count back from the last year, the first may be shorter', () => {
    expect([...periodsOf([2014, 2015, 2016, 2017, 2018], 3)]).toEqual([
      [2014, '2014-2015'],
      [2015, '2014-2015'],
      [2016, '2016-2018'],
      [2017, '2016-2018'],
      [2018, '2016-2018'],
    ]);
    expect([...periodsOf([2014, 2015], 1)]).toEqual([
      [2014, '2014'],
      [2015, '2015'],
    ]);
  });
});
