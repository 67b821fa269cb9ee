import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  auditUnion,
  baseShapes,
  derivableCells,
  exactTables,
  exactValues,
  type LinearSolver,
  type OutcomeRecord,
  peopleFile,
  peopleTerms,
  releaseJitter,
  riskSetsTerms,
  seededRandom,
  suppress,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { codedBase, latticeOf } from './base-tables.js';
import { exactlyDerivable } from './rational-elimination.js';
import { baseOf, groupedBy, linesOf, peopleText, setsText } from './released-files.js';
import { cellNamed, twoWay } from './small-tables.js';

const bases = { small: baseOf('small'), year: baseOf('year'), register: baseOf('register') };

describe('files A and B joined through a new code', () => {
  // One table begins to use a code of its own late in the last year: a handful of discussions that an
  // attacker can list.
  const withCode = (
    records: readonly OutcomeRecord[],
    factor: string,
  ): { records: OutcomeRecord[]; marked: number } => {
    const last = Math.max(...records.map(({ year }) => year));
    let marked = 0;
    return {
      records: records.map((record) => {
        if (record.year !== last || record.riskFactors === null || marked >= 7) return record;
        marked++;
        return { ...record, riskFactors: [...record.riskFactors, factor] };
      }),
      get marked() {
        return marked;
      },
    };
  };

  test.each([
    ['year', 11],
    ['register', 11],
    ['register', 20],
  ] as const)(
    'base %s, k = %i: both files are byte for byte those of the category, which was there before',
    (name, k) => {
      const fresh = withCode(bases[name], 'drugs.new-drug-of-one-table'),
        old = withCode(bases[name], 'drugs.local-known-for-years');
      expect(fresh.marked).toBe(7);
      const sets = setsText(fresh.records, riskSetsTerms(k));
      expect(sets).toBeDefined();
      expect(sets).toBe(setsText(old.records, riskSetsTerms(k)));
      expect(peopleText(fresh.records, peopleTerms(k))).toBe(peopleText(old.records, peopleTerms(k)));
      expect(sets).not.toContain('new-drug');
    },
  );

  test('a code of no category leaves no trace in file B, so nothing in it says who has it', () => {
    const { records } = withCode(bases.register, 'newcategory.first');
    expect(setsText(records, riskSetsTerms(11))).toBe(setsText(bases.register, riskSetsTerms(11)));
  });
});

describe('profiles combined', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await highsHere();
  });
  const specs = [
    ['region', 'age'],
    ['region', 'type'],
    ['region', 'sector'],
    ['age', 'sex'],
  ];

  test('whoever holds the auditor’s and the public release: what follows from both together is refused by the ledger, whatever was safe alone', async () => {
    const base = codedBase(baseShapes.year);
    let attacked = 0,
      refused = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const auditor = latticeOf(base, specs, 11, seed),
        wide = latticeOf(base, specs, 20, 100 + seed);
      const { linked, pattern } = auditor,
        both = linked.names.map(
          (_, cell) => Number.isNaN(auditor.published[cell]) && Number.isNaN(wide.published[cell]),
        );
      const small = pattern.primary.filter((cell) => linked.counts[cell]! > 0);
      const given = derivableCells(linked, both).filter((cell) => small.includes(cell));
      const release = (name: string, values: Float64Array, threshold: number) => ({
        name,
        values,
        maximum: 5,
        threshold,
        draw: 'cell secret',
      });
      const audit = await auditUnion(
        linked,
        [release('auditor', auditor.published, 11), release('public', wide.published, 20)],
        small,
        11,
        [solver],
      );
      if (given.length > 0) attacked++;
      if (!audit.holds) refused++;
      for (const cell of given) expect(audit.derivable).toContain(cell);
      expect([seed, audit.holds && given.length > 0]).toEqual([seed, false]);
    }
    console.log(
      `two profiles decided apart, 12 pairs of secrets: small cells follow in ${attacked}, the ledger refuses ${refused}`,
    );
    expect(attacked).toBeGreaterThan(0);
  });

  test('exact values beside noisy ones of the same cells: the noise of hidden cells’ neighbours is undone, and the ledger says so', async () => {
    const base = codedBase(baseShapes.year),
      { linked, tables, pattern, published } = latticeOf(base, specs, 11, 1);
    const decision = await exactTables(linked, tables, { threshold: 11, random: seededRandom(5) }, [solver]);
    expect(decision.refused).toBe(false);
    if (decision.refused) return;
    const exact = exactValues(linked, decision.hidden, 11);
    const small = pattern.primary.filter((cell) => linked.counts[cell]! > 0);
    const union = await auditUnion(
      linked,
      [
        { name: 'exact', values: exact, maximum: undefined, threshold: 11, draw: 'none' },
        { name: 'auditor', values: published, maximum: 5, threshold: 11, draw: 'cell secret' },
      ],
      small,
      11,
      [solver],
    );
    expect(union.holds).toBe(false);
    expect(() => exactValues(linked, decision.hidden, 5)).toThrow(RangeError);
    expect(() => latticeOf(base, specs, 5)).toThrow(RangeError);
  });
});

describe('rounding in the manifest', () => {
  test('the number left out and the rows never leave an attacker with 1 … k − 1, and zero is said of zero only', () => {
    let files = 0,
      some = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const k = [6, 11, 15, 20][seed % 4]!,
        records = baseOf('year', seed).slice(0, 300 + 30 * seed);
      const file = peopleFile(records, peopleTerms(k));
      if (file.refused) continue;
      files++;
      const left = records.length - file.rows;
      if (left > 0) some++;
      // The attacker knows method, rows and the rounded number; these are all numbers of people it can stand for.
      const possible = Array.from({ length: 5 }, (_, at) => file.suppressedRounded - 2 + at).filter(
        (n) => n === 0 || n >= k,
      );
      expect(possible).toContain(left);
      expect([seed, file.suppressedRounded === 0]).toEqual([seed, left === 0]);
      expect(file.suppressedRounded % 5).toBe(0);
    }
    console.log(`manifests: ${files} files, ${some} with records left out`);
    expect(some).toBeGreaterThan(15);
  });
});

describe('homogeneous groups in exact tables and in sets', () => {
  test('a group with one answer: its count and the zero beside it do not both stand', () => {
    const linked = twoWay(
      [
        ['north', 'yes', 60],
        ['south', 'yes', 45],
        ['south', 'no', 30],
        ['east', 'yes', 33],
        ['east', 'no', 52],
        ['west', 'yes', 41],
        ['west', 'no', 38],
      ],
      ['region', 'answer'],
    );
    const whole = cellNamed(linked, 'region=north|answer=yes');
    const { hidden } = suppress(linked, {
      primary: [whole],
      threshold: 11,
      jitter: releaseJitter,
      random: seededRandom(3),
    });
    expect(exactlyDerivable(linked.sums, hidden)).not.toContain(whole);
    // Shown as it is, everybody in the north has answered yes.
    expect(linked.counts[whole]).toBe(linked.counts[cellNamed(linked, 'region=north')]);
  });

  test.each([
    ['year', 11],
    ['register', 20],
  ] as const)('file B of the base %s, k = %i: one known category never makes another certain', (name, k) => {
    const rows = linesOf(setsText(bases[name], riskSetsTerms(k)) ?? '');
    let surest = 0;
    for (const inPeriod of groupedBy(rows, ({ period }) => period ?? '').values()) {
      const sets = inPeriod.map(({ riskCategories }) => new Set((riskCategories ?? '').split(' ')));
      const codes = [...new Set(sets.flatMap((set) => [...set]))];
      for (const a of codes) {
        const holders = sets.filter((set) => set.has(a));
        for (const b of codes)
          if (a !== b) surest = Math.max(surest, holders.filter((set) => set.has(b)).length / holders.length);
      }
    }
    console.log(
      `file B ${name}: the surest inference from one category to another is ${(100 * surest).toFixed(1)} %`,
    );
    expect(surest).toBeLessThan(1);
  });
});

describe('ties broken by a seed', () => {
  const patternFor = (small: number, jitter: number, seed: number): string => {
    const linked = twoWay(
      ['wa', 'wb', 'wc', 'xa', 'xb', 'xc', 'ya', 'yb', 'yc'].map(
        (place, at) => [place[0]!, place[1]!, at === 0 ? small : 30] as const,
      ),
    );
    const { secondary } = suppress(linked, {
      primary: [cellNamed(linked, 'row=w|column=a')],
      threshold: 11,
      jitter,
      random: seededRandom(seed),
    });
    return secondary
      .map((cell) => linked.names[cell])
      .sort()
      .join();
  };
  const seeds = Array.from({ length: 2_000 }, (_, at) => at + 1);

  test('of equal values each is as likely to be hidden, and which one says next to nothing about the small cell', () => {
    const ofOne = seeds.map((seed) => patternFor(1, releaseJitter, seed));
    const shares = [
      ['w|b', 'w|c', 'x|a', 'y|a'],
      ['x|b', 'x|c', 'y|b', 'y|c'],
    ].map((alike) =>
      alike.map((cell) => {
        const [row, column] = cell.split('|') as [string, string];
        return (
          ofOne.filter((pattern) => pattern.split(',').includes(`row=${row}|column=${column}`)).length /
          seeds.length
        );
      }),
    );
    // Where one of two is hidden, the difference of their shares over 2,000 secrets has a standard deviation of 0.022.
    for (const alike of shares) expect(Math.max(...alike) - Math.min(...alike)).toBeLessThanOrEqual(0.07);
    const same = seeds.filter((seed) => patternFor(10, releaseJitter, seed) === ofOne[seed - 1]).length;
    console.log(
      `ties: shares ${shares.map((alike) => alike.join(' ')).join(' and ')}; same pattern for 1 and 10 in ${same} of ${seeds.length} secrets`,
    );
    expect(same / seeds.length).toBeGreaterThanOrEqual(0.95);
  });

  test('without a seed the tie always falls the same way', () => {
    expect(new Set(seeds.slice(0, 20).map((seed) => patternFor(1, 0, seed))).size).toBe(1);
  });
});
