import { describe, expect, test } from '@jest/globals';
import {
  type OutcomeRecord,
  peopleFile,
  peopleTerms,
  riskSetsFile,
  riskSetsTerms,
  sectorGroupOf,
  seededRandom,
} from '#statistics';
import {
  baseOf,
  categoriesOf,
  groupedBy,
  guarded,
  keysShown,
  linesOf,
  narrowestSets,
  peopleText,
  unguarded,
} from './released-files.js';

type Lines = readonly Record<string, string>[];
const keyColumns = ['year', 'ageBand', 'sex', 'type', 'originatingSectorGroup'];
const keyOf = (line: Record<string, string>): string => keyColumns.map((column) => line[column]).join('|');
const spans = new Map<string, readonly [from: number, to: number]>();
const spanOf = (period: string): readonly [from: number, to: number] => {
  const [from = 0, to = from] = period.split('-').map(Number);
  spans.set(period, [from, to]);
  return [from, to];
};
const inPeriod = (year: number, period: string): boolean => {
  const [from, to] = spans.get(period) ?? spanOf(period);
  return year >= from && year <= to;
};
const largestShareIn = (lines: Lines): number =>
  Math.max(
    ...[...groupedBy(lines, ({ conclusionGroup }) => conclusionGroup ?? '').values()].map(
      (same) => same.length,
    ),
  ) / lines.length;
const bases = { small: baseOf('small'), year: baseOf('year'), register: baseOf('register') };
const cases = (['small', 'year', 'register'] as const).flatMap((name) =>
  [11, 15, 20].map((k) => [name, k] as const),
);

describe.each(cases)('attacks on file A of the base %s, k = %i', (name, k) => {
  const records = bases[name],
    text = peopleText(records, guarded(k)),
    lines = linesOf(text ?? '');
  const classes = groupedBy(lines, keyOf);

  test('own recoding of every record counts the same classes as the file', () => {
    expect(text).toBeDefined();
    const counted = groupedBy(records, (record) => keysShown(record, lines, sectorGroupOf));
    for (const [key, members] of classes)
      expect([key, counted.get(key)?.length]).toEqual([key, members.length]);
    const left = records.length - lines.length;
    expect(left === 0 || left >= k).toBe(true);
    expect(left / records.length).toBeLessThanOrEqual(0.05);
  });

  test('singling out: every record has k candidates', () => {
    expect(Math.min(...[...classes.values()].map((members) => members.length))).toBeGreaterThanOrEqual(k);
  });

  test('homogeneous groups: nobody’s conclusion is known beyond 80 %, three are always possible', () => {
    for (const members of classes.values()) {
      expect(largestShareIn(members)).toBeLessThanOrEqual(0.8);
      expect(new Set(members.map(({ conclusionGroup }) => conclusionGroup)).size).toBeGreaterThanOrEqual(3);
    }
  });

  test('an insider of any one table, subtracting its own, leaves 15 % of each class', () => {
    const byClass = groupedBy(records, (record) => keysShown(record, lines, sectorGroupOf));
    for (const [key, members] of classes) {
      const own = Math.max(
        ...[...groupedBy(byClass.get(key) ?? [], ({ table }) => table).values()].map((same) => same.length),
      );
      expect(own / members.length).toBeLessThanOrEqual(0.85);
    }
  });
});

describe('the same attacks on what is planted', () => {
  test('without guards there are homogeneous groups, and the attack finds them', () => {
    const lines = linesOf(peopleText(bases.register, unguarded(11)) ?? '');
    const shares = [...groupedBy(lines, keyOf).values()].map(largestShareIn);
    expect(Math.max(...shares)).toBeGreaterThan(0.8);
  });

  test('one dominating table: unguarded its insider names the others, guarded the file is coarser or refused', () => {
    const dominated = bases.year.map((record) =>
      record.ageBand === '60-plus' || record.ageBand === '40-59' ? { ...record, table: 'west-01' } : record,
    );
    const worst = (terms: ReturnType<typeof guarded>): number => {
      const lines = linesOf(peopleText(dominated, terms) ?? '');
      const byClass = groupedBy(dominated, (record) => keysShown(record, lines, sectorGroupOf));
      return Math.max(
        0,
        ...[...groupedBy(lines, keyOf).keys()].map((key) => {
          const members = byClass.get(key) ?? [];
          return (
            Math.max(...[...groupedBy(members, ({ table }) => table).values()].map((same) => same.length)) /
            members.length
          );
        }),
      );
    };
    expect(worst(unguarded(11))).toBeGreaterThan(0.95);
    expect(worst(guarded(11))).toBeLessThanOrEqual(0.85);
  });
});

describe.each([
  ['year', 11],
  ['year', 15],
  ['register', 11],
  ['register', 15],
  ['register', 20],
] as const)('attacks on file B of the base %s, k = %i', (name, k) => {
  const records = bases[name].filter(({ riskFactors }) => riskFactors !== null),
    found = narrowestSets(bases[name], k);
  const rows = linesOf(found?.text ?? '').map(({ period, riskCategories }) => ({
    period: period ?? '',
    set: (riskCategories ?? '').split(' '),
  }));
  const periods = groupedBy(rows, ({ period }) => period);
  const candidates = (held: readonly string[], period: string): number =>
    (periods.get(period) ?? []).filter(({ set }) => held.every((item) => set.includes(item))).length;
  const periodOf = (year: number): string =>
    [...periods.keys()].find((period) => inPeriod(year, period)) ?? '';

  test('rare sets: whoever knows one or two categories of a person finds nobody or at least k', () => {
    expect(found).toBeDefined();
    const seen = new Map<string, number>();
    for (const record of records) {
      const period = periodOf(record.year),
        held = categoriesOf(record);
      held.forEach((a, i) =>
        held.slice(i).forEach((b) => {
          const key = `${period}|${a}|${b}`;
          if (!seen.has(key)) seen.set(key, candidates([a, b], period));
        }),
      );
    }
    const counts = [...seen.values()].filter((n) => n > 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(k);
  });

  test('the same attack names people in the sets as they were', () => {
    const held = new Map<string, number>();
    for (const record of records) {
      const set = categoriesOf(record);
      set.forEach((a, i) =>
        set
          .slice(i + 1)
          .forEach((b) =>
            held.set(
              `${periodOf(record.year)}|${a}|${b}`,
              (held.get(`${periodOf(record.year)}|${a}|${b}`) ?? 0) + 1,
            ),
          ),
      );
    }
    expect([...held.values()].some((n) => n < k)).toBe(true);
  });
});

/** Joins the rows of both files by their rank within a period, and counts the pairs that some record really has. */
const joinedByRank = (
  a: readonly string[],
  b: readonly string[],
  truth: ReadonlyMap<string, number>,
): number => {
  const left = new Map(truth);
  let hits = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const pair = `${a[i] ?? ''} ${b[i] ?? ''}`,
      n = left.get(pair) ?? 0;
    if (n > 0) {
      hits++;
      left.set(pair, n - 1);
    }
  }
  return hits;
};

describe.each([
  ['year', 11],
  ['register', 20],
] as const)('files A and B of the base %s joined, k = %i', (name, k) => {
  const records = bases[name],
    lines = linesOf(peopleText(records, guarded(k)) ?? ''),
    found = narrowestSets(records, k);
  const rows = linesOf(found?.text ?? '');
  const concluded = (line: Record<string, string>): boolean =>
    !['rejected', 'N/A'].includes(line['conclusionGroup'] ?? '');
  const attack = (
    aLines: Lines,
    bSets: readonly string[],
    truthOf: readonly OutcomeRecord[],
  ): { hits: number; chance: number; spread: number; of: number } => {
    const keys = aLines.map(keyOf),
      truth = new Map<string, number>(),
      random = seededRandom(41);
    for (const record of truthOf) {
      const pair = `${keysShown(record, lines, sectorGroupOf)} ${categoriesOf(record).join(' ')}`;
      truth.set(pair, (truth.get(pair) ?? 0) + 1);
    }
    const draws = Array.from({ length: 30 }, () => {
      const shuffled = [...bSets];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [shuffled[i], shuffled[j]] = [shuffled[j] as string, shuffled[i] as string];
      }
      return joinedByRank(keys, shuffled, truth);
    });
    const chance = draws.reduce((sum, n) => sum + n, 0) / draws.length;
    return {
      hits: joinedByRank(keys, bSets, truth),
      chance,
      spread: Math.sqrt(draws.reduce((sum, n) => sum + (n - chance) ** 2, 0) / draws.length),
      of: keys.length,
    };
  };
  const sortedSet = (text: string | undefined): string => (text ?? '').split(' ').sort().join(' ');

  test('share no column but the year or its period', () => {
    const shared = Object.keys(lines[0] ?? {}).filter((column) =>
      Object.keys(rows[0] ?? {}).includes(column),
    );
    expect(shared).toEqual([]);
    for (const period of new Set(rows.map((row) => row['period'])))
      expect(period).toMatch(/^\d{4}(-\d{4})?$/);
  });

  test('joined by the order of their rows they give no more than chance', () => {
    for (const [period, inB] of groupedBy(rows, (row) => row['period'] ?? '')) {
      const a = lines.filter(
        (line) =>
          concluded(line) &&
          (line['year']?.split('-').every((year) => inPeriod(Number(year), period)) ?? false),
      );
      if (a.length === 0) continue;
      const truth = records.filter((record) => record.riskFactors !== null && inPeriod(record.year, period));
      const { hits, chance, spread } = attack(
        a,
        inB.map((row) => sortedSet(row['riskCategories'])),
        truth,
      );
      expect(hits).toBeLessThanOrEqual(Math.ceil(chance + 4 * spread + 3));
    }
  });

  test('the same join names everybody when both files keep the order of the records', () => {
    const kept = records.filter((record) => record.riskFactors !== null).slice(0, 1500);
    const a = kept.map((record) =>
      Object.fromEntries(
        keysShown(record, lines, sectorGroupOf)
          .split('|')
          .map((value, i) => [keyColumns[i] ?? '', value]),
      ),
    );
    const { hits, chance, of } = attack(
      a,
      kept.map((record) => categoriesOf(record).join(' ')),
      kept,
    );
    expect(hits).toBe(of);
    expect(hits).toBeGreaterThan(2 * chance);
  });
});

describe('presence in file A', () => {
  const raw = ({ year, ageBand, sex, type, originatingSector }: OutcomeRecord): string =>
    [year, ageBand, sex, type, sectorGroupOf(originatingSector)].join('|');
  /** The best an attacker can do who sees one number for each person and draws a line somewhere. */
  const accuracy = (present: readonly number[], absent: readonly number[]): number =>
    Math.max(
      ...[...new Set([...present, ...absent])].flatMap((line) => {
        const right =
          present.filter((n) => n >= line).length / present.length +
          absent.filter((n) => n < line).length / absent.length;
        return [right / 2, 1 - right / 2];
      }),
    );

  test.each([
    ['year', 11],
    ['year', 20],
    ['register', 11],
    ['register', 20],
  ] as const)(
    'of somebody whose exact keys one record has or none, base %s, k = %i: at most 62 %% right',
    (name, k) => {
      const records = bases[name],
        own = groupedBy(records, raw);
      const others = baseOf(name, 77);
      const single = records.filter((record) => own.get(raw(record))?.length === 1);
      const none = [
        ...groupedBy(
          others.filter((record) => !own.has(raw(record))),
          raw,
        ).values(),
      ].map(([first]) => first as OutcomeRecord);
      expect(Math.min(single.length, none.length)).toBeGreaterThan(20);
      expect(
        accuracy(
          single.map(() => 1),
          none.map(() => 0),
        ),
      ).toBe(1);
      const lines = linesOf(peopleText(records, guarded(k)) ?? ''),
        classes = groupedBy(lines, keyOf);
      const seen = (record: OutcomeRecord): number =>
        classes.get(keysShown(record, lines, sectorGroupOf))?.length ?? 0;
      const right = accuracy(single.map(seen), none.map(seen));
      expect(right).toBeLessThanOrEqual(0.62);
    },
  );
});

describe('utility', () => {
  test.each([11, 15, 20])('25,000 discussions, k = %i: file A leaves out at most 5 %%', (k) => {
    const file = peopleFile(bases.register, peopleTerms(k));
    expect(file.refused ? 1 : file.suppressedShare).toBeLessThanOrEqual(0.05);
  });

  test.each([11, 15, 20])(
    '25,000 discussions, k = %i: file B as it is made unless told otherwise, in three-year periods, loses at most 3 %% of occurrences; by single years it would lose more',
    (k) => {
      const file = riskSetsFile(bases.register, riskSetsTerms(k));
      expect(file.loss).toBeLessThanOrEqual(0.03);
      expect(file.refused).toBe(false);
      expect(riskSetsFile(bases.register, riskSetsTerms(k, 1)).loss).toBeGreaterThan(0.03);
    },
  );

  test('a province’s single year is too few for file B at k = 20, a small region’s at any k: refused, with advice where there is any', () => {
    expect(riskSetsFile(bases.year, riskSetsTerms(20, 1))).toMatchObject({
      refused: true,
      poolYears: undefined,
    });
    expect(riskSetsFile(bases.register, riskSetsTerms(20, 1))).toMatchObject({ refused: true, poolYears: 2 });
    for (const k of [11, 15, 20]) expect(riskSetsFile(bases.small, riskSetsTerms(k)).refused).toBe(true);
  });

  test('the limit of m = 2, said openly: some who are known by three categories have fewer than k candidates', () => {
    const rows = linesOf(narrowestSets(bases.register, 20)?.text ?? '');
    const held = new Map<string, number>();
    for (const { period, riskCategories } of rows) {
      const set = (riskCategories ?? '').split(' ');
      set.forEach((a, i) =>
        set.slice(i + 1).forEach((b, j) =>
          set.slice(i + j + 2).forEach((c) => {
            const key = [period, a, b, c].join('|');
            held.set(key, (held.get(key) ?? 0) + 1);
          }),
        ),
      );
    }
    expect([...held.values()].some((n) => n < 20)).toBe(true);
  });
});
