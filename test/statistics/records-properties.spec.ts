import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  anonymousSets,
  attributeOf,
  type BaseShape,
  discernability,
  distinctValues,
  hierarchyOf,
  largestShare,
  logGeneralisation,
  nonUniformEntropy,
  outcomeRecords,
  peopleTerms,
  searchFullDomain,
  seededRandom,
} from '#statistics';
import { oracleNode, oracleOptimum, type OracleTask } from './full-domain-oracle.js';
import { groupedBy, linesOf, peopleText } from './released-files.js';

const runs = { numRuns: 2000, seed: 20261122 };

/** A nested hierarchy over 2 … 5 values: each level puts the groups below it into fewer. */
const tree = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }))
  .map(([values, levels]) => {
    let groups = Array.from({ length: values }, (_, value) => value);
    const rows = groups.map((value) => [`v${value}`]);
    levels.forEach((wanted, level) => {
      groups = groups.map((group) => group % wanted);
      rows.forEach((row, value) => row.push(`${level}:${groups[value] ?? 0}`));
    });
    return rows;
  });

const task: fc.Arbitrary<OracleTask> = fc.array(tree, { minLength: 1, maxLength: 3 }).chain((trees) =>
  fc.record({
    trees: fc.constant(trees),
    rows: fc.array(
      fc.tuple(
        ...trees.map(({ length }) =>
          fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(length - 1) }),
        ),
      ),
      { minLength: 4, maxLength: 40 },
    ),
    sensitive: fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
    k: fc.integer({ min: 1, max: 6 }),
    leastDistinct: fc.integer({ min: 1, max: 3 }),
    largestShare: fc.constantFrom(0.7, 0.8, 1),
    suppressionLimit: fc.constantFrom(0, 0.05, 0.2, 0.5),
    hideSuppressed: fc.boolean(),
    loss: fc.constantFrom('entropy' as const, 'discernability' as const, 'logGeneralisation' as const),
  }),
);

const searched = (given: OracleTask, searchInFull: number) => {
  const attributes = given.trees.map((rows, a) =>
    attributeOf(
      `a${a}`,
      given.rows.map((row) => rows[row[a] ?? 0]?.[0] ?? ''),
      hierarchyOf(rows),
    ),
  );
  const loss =
    given.loss === 'entropy'
      ? nonUniformEntropy(attributes)
      : given.loss === 'discernability'
        ? discernability()
        : logGeneralisation(attributes);
  return searchFullDomain({
    attributes,
    loss,
    k: given.k,
    suppressionLimit: given.suppressionLimit,
    hideSuppressed: given.hideSuppressed,
    searchInFull,
    sensitive: [
      {
        name: 's',
        labels: ['0', '1', '2'],
        codes: Uint8Array.from(given.rows, (_, i) => given.sensitive[i] ?? 0),
      },
    ],
    criteria: [distinctValues('s', given.leastDistinct), largestShare('s', given.largestShare)],
  });
};

describe('over 2,000 random data sets', () => {
  test('the optimum is the one that other code finds record by record, with and without pruning', () => {
    let solved = 0;
    fc.assert(
      fc.property(task, (given) => {
        const expected = oracleOptimum(given);
        for (const searchInFull of [0, 1e9]) {
          const found = searched(given, searchInFull);
          expect(found === undefined).toBe(expected === undefined);
          if (found === undefined || expected === undefined) continue;
          expect(found.loss).toBeCloseTo(expected.loss, 8);
          expect(oracleNode(given, found.levels)?.suppressed).toBe(found.suppressed);
          solved++;
        }
      }),
      runs,
    );
    expect(solved).toBeGreaterThan(1000);
  });

  test('on larger lattices that end in one group, pruning by floors and by prefixes loses no optimum', () => {
    const topped = tree.map((rows) => rows.map((row) => [...row, '*']));
    const larger: fc.Arbitrary<OracleTask> = fc.array(topped, { minLength: 3, maxLength: 4 }).chain((trees) =>
      fc.record({
        trees: fc.constant(trees),
        rows: fc.array(
          fc.tuple(
            ...trees.map(({ length }) =>
              fc.oneof(
                { weight: 2, arbitrary: fc.constant(0) },
                { weight: 3, arbitrary: fc.nat(length - 1) },
              ),
            ),
          ),
          { minLength: 20, maxLength: 40 },
        ),
        sensitive: fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
        k: fc.integer({ min: 2, max: 6 }),
        leastDistinct: fc.constantFrom(1, 2),
        largestShare: fc.constantFrom(0.9, 1),
        suppressionLimit: fc.constantFrom(0.1, 0.2, 0.3, 0.5),
        hideSuppressed: fc.boolean(),
        loss: fc.constantFrom('entropy' as const, 'discernability' as const, 'logGeneralisation' as const),
      }),
    );
    let counted = 0,
      nodes = 0;
    fc.assert(
      fc.property(larger, (given) => {
        const pruned = searched(given, 0),
          full = searched(given, 1e9);
        expect([pruned?.levels, pruned?.suppressed]).toEqual([full?.levels, full?.suppressed]);
        counted += pruned?.nodesCounted ?? 0;
        nodes += full?.nodesCounted ?? 0;
      }),
      runs,
    );
    expect(counted).toBeLessThan(0.9 * nodes);
  });

  test('sets hold every item and pair for nobody or for at least k, and nothing that was not there', () => {
    const sets = fc.array(
      fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(9) }), {
        maxLength: 6,
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(sets, fc.integer({ min: 2, max: 12 }), (given, k) => {
        const { sets: safe, removed } = anonymousSets(given, 10, k);
        const held = new Map<string, number>();
        safe.forEach((set, row) => {
          for (const item of set) expect(given[row]).toContain(item);
          const keys = set.flatMap((a, i) => set.slice(i).map((b) => `${a} ${b}`));
          for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
        });
        for (const count of held.values()) expect(count).toBeGreaterThanOrEqual(k);
        expect(removed).toBe(given.flat().length - safe.flat().length);
      }),
      runs,
    );
  });

  test('file A keeps its promises in its bytes; at most a fifth is refused', () => {
    const shape: fc.Arbitrary<BaseShape> = fc.record({
      seed: fc.nat(2 ** 31 - 1),
      rows: fc.integer({ min: 100, max: 1000 }),
      years: fc.constantFrom([2024], [2023, 2024], [2020, 2021, 2022, 2023, 2024]),
      regions: fc.constantFrom(
        { east: 3 },
        { east: 2, west: 3, toronto: 1 },
        { 'north-west': 4, 'north-east': 6, east: 8, west: 12 },
      ),
      sizeSpread: fc.constantFrom(0.3, 0.8, 1.2),
    });
    let refused = 0;
    fc.assert(
      fc.property(shape, fc.constantFrom(6, 11, 15, 20), (given, k) => {
        const records = [...outcomeRecords(given, seededRandom(given.seed))],
          text = peopleText(records, peopleTerms(k));
        if (text === undefined) {
          refused++;
          return;
        }
        const lines = linesOf(text);
        for (const members of groupedBy(lines, ({ conclusionGroup: _, ...keys }) =>
          JSON.stringify(keys),
        ).values()) {
          const conclusions = [
            ...groupedBy(members, ({ conclusionGroup }) => conclusionGroup ?? '').values(),
          ];
          expect(members.length).toBeGreaterThanOrEqual(k);
          expect(conclusions.length).toBeGreaterThanOrEqual(3);
          expect(Math.max(...conclusions.map((same) => same.length))).toBeLessThanOrEqual(
            0.8 * members.length + 1e-9,
          );
        }
        const left = records.length - lines.length;
        expect(left === 0 || left >= k).toBe(true);
        expect(left).toBeLessThanOrEqual(0.05 * records.length);
      }),
      { ...runs, endOnFailure: true },
    );
    console.log(`file A refused ${refused} of ${runs.numRuns} random bases`);
    expect(refused / runs.numRuns).toBeLessThanOrEqual(0.2);
  });
});
