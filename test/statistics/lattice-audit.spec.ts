import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  auditLattice,
  auditUnion,
  cubeOf,
  derivableCells,
  effectiveSpread,
  type KnownRelease,
  type LinkedCells,
  type LinearSolver,
  linkTables,
  offersThatPass,
  openLattice,
  revised,
  seededRandom,
  suppress,
} from '#statistics';
import { highsHere } from '../../apps/api/src/statistics/solver/highs-programme.js';
import { codedBase, decided, latticeOf, tabulated } from './base-tables.js';
import { cellNamed, cellsWhere, flat, tableOf, twoWay } from './small-tables.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsHere();
});

const none = (linked: { names: readonly string[] }): boolean[] => linked.names.map(() => false);

describe('effective spread', () => {
  test('a total of k equal parts: h is k/(k + 1) for each of them', () => {
    for (const k of [2, 3, 8]) {
      const codes = Array.from({ length: k }, (_, at) => `c${at}`);
      const linked = linkTables([
        tableOf(
          'one',
          [flat('one', codes)],
          codes.map((code) => [code, 30]),
        ),
      ]);
      const { left } = effectiveSpread(linked, none(linked));
      // One relation of k + 1 shown cells with equal coefficients: each has leverage 1/(k + 1) in it.
      for (const spread of left) expect(spread ** 2).toBeCloseTo(1 - 1 / (k + 1), 10);
    }
  });

  test('hidden cells take relations away, and a lone cell keeps all of its noise', () => {
    const linked = linkTables([
      tableOf(
        'one',
        [flat('one', ['a', 'b'])],
        [
          ['a', 30],
          ['b', 4],
        ],
      ),
    ]);
    const hidden = linked.names.map((name) => name === 'one=b');
    expect(
      Array.from(effectiveSpread(linked, hidden).left, (spread) => Math.round(spread * 1e9) / 1e9),
    ).toEqual([1, 1, 0]);
  });

  test('agrees with 4,000 simulated least-squares attacks on a three-way table', () => {
    const trees = [flat('a', ['1', '2']), flat('b', ['1', '2', '3']), flat('c', ['1', '2'])];
    const rows = Array.from({ length: 12 }, (_, at) => [
      String(1 + (at & 1)),
      String(1 + (Math.floor(at / 2) % 3)),
      String(1 + Math.floor(at / 6)),
      40,
    ]);
    const linked = linkTables([tableOf('abc', trees, rows)]);
    const { left, weakest } = effectiveSpread(linked, none(linked));
    expect(weakest).toBeLessThan(0.6);
    // Another method: project noise on the null space of the equations by repeated corrections (Kaczmarz).
    const random = seededRandom(7),
      squares = new Float64Array(left.length),
      runs = 4_000;
    for (let run = 0; run < runs; run++) {
      const noise = Float64Array.from(
        left,
        () => (random() + random() + random() + random() - 2) * Math.sqrt(3),
      );
      for (let sweep = 0; sweep < 60; sweep++) {
        for (const { total, parts } of linked.lines) {
          const excess =
            (parts.reduce((sum, part) => sum + noise[part]!, 0) - noise[total]!) / (parts.length + 1);
          for (const part of parts) noise[part]! -= excess;
          noise[total]! += excess;
        }
      }
      noise.forEach((x, cell) => {
        squares[cell]! += x * x;
      });
    }
    left.forEach((spread, cell) =>
      expect(Math.abs(Math.sqrt(squares[cell]! / runs) - spread)).toBeLessThan(0.04),
    );
  });
});

describe('lattice audit', () => {
  const small = { seed: 5, rows: 900, years: [2024], regions: { north: 3, south: 4 }, sizeSpread: 0.5 };

  test('a pattern of secondary suppression holds; without it the rank test finds what follows', async () => {
    const lattice = latticeOf(
      codedBase(small),
      [
        ['region', 'age'],
        ['region', 'sex'],
      ],
      11,
    );
    const audit = await auditLattice(
      lattice.linked,
      lattice.pattern.primary,
      lattice.published,
      { threshold: 11, maximum: 5 },
      [solver],
    );
    expect(audit.derivable).toEqual([]);
    expect(audit.narrow).toEqual([]);
    const naive = lattice.published.map((_, cell) =>
      lattice.linked.counts[cell]! < 11 ? Number.NaN : lattice.linked.counts[cell]!,
    );
    const caught = await auditLattice(
      lattice.linked,
      lattice.pattern.primary,
      naive,
      { threshold: 11, maximum: 5 },
      [solver],
    );
    expect(caught.holds).toBe(false);
    expect(caught.derivable.length).toBeGreaterThan(0);
  });

  test('a shown cell is known to reach the threshold: what that leaves of a hidden one is narrow', async () => {
    const linked = linkTables([
      tableOf(
        'one',
        [flat('one', ['a', 'b', 'c', 'd'])],
        [
          ['a', 12],
          ['b', 12],
          ['c', 3],
          ['d', 1],
        ],
      ),
    ]);
    const at = (code: string): number => cellNamed(linked, `one=${code}`);
    const published = new Float64Array(5).fill(Number.NaN);
    [published[0], published[at('a')], published[at('b')]] = [27, 11, 11];
    // 27 + 5 less two cells of at least 11 leave 10; bounded noise alone would leave 20.
    const { narrow } = await auditLattice(
      linked,
      [at('c'), at('d')],
      published,
      { threshold: 11, maximum: 5 },
      [solver],
    );
    expect(narrow.map(({ upper }) => Math.round(upper))).toEqual([10, 10]);
  });

  test('a lattice of tables with many synonyms loses the worst table until the rest holds', async () => {
    const base = codedBase(small, 'keys', ({ sex }) => sex === 'male' || sex === 'female');
    const binary = ['region', 'sex'];
    const tables = [
      tabulated(base, binary),
      tabulated(base, [...binary, 'status']),
      tabulated(base, ['region', 'age']),
    ];
    const opened = await openLattice(
      tables,
      (linked, kept) => decided(linked, kept, 11, 3),
      { threshold: 11, maximum: 5, leastSpread: 0.75 },
      [solver],
    );
    expect(opened?.dropped.length).toBeGreaterThan(0);
    expect(opened?.audit.holds).toBe(true);
    const impossible = await openLattice(
      tables,
      (linked, kept) => decided(linked, kept, 11, 3),
      { threshold: 11, maximum: 5, leastSpread: 1.1 },
      [solver],
    );
    expect(impossible).toBeUndefined();
  });
});

describe('the ledger: union audit', () => {
  const linked = twoWay([
    ['w', 'a', 4],
    ['w', 'b', 40],
    ['w', 'c', 35],
    ['x', 'a', 30],
    ['x', 'b', 50],
    ['x', 'c', 45],
  ]);
  const protect = cellsWhere(linked, (count) => count > 0 && count < 11);
  const release = (name: string, hidden: readonly boolean[]): KnownRelease => ({
    name,
    draw: name,
    maximum: undefined,
    threshold: 0,
    values: linked.counts.map((count, cell) => (hidden[cell] === true ? Number.NaN : count)),
  });
  const hiding = (...names: string[]): boolean[] => linked.names.map((name) => names.includes(name));
  const square = (column: string): string[] => [
    'row=w|column=a',
    'row=x|column=a',
    `row=w|column=${column}`,
    `row=x|column=${column}`,
  ];

  test('two releases, each safe, whose union is not, are refused', async () => {
    const one = release('one', hiding(...square('b'))),
      other = release('other', hiding(...square('c')));
    for (const alone of [one, other])
      expect((await auditUnion(linked, [alone], protect, 11, [solver])).holds).toBe(true);
    const both = await auditUnion(linked, [one, other], protect, 11, [solver]);
    expect(both.holds).toBe(false);
    expect(both.derivable).toEqual(protect);
    expect((await auditUnion(linked, [one, one], protect, 11, [solver])).holds).toBe(true);
  });

  test('an outside release counts, and contradicting registers are said', async () => {
    const one = release('one', hiding(...square('b')));
    const outside: KnownRelease = {
      name: 'province',
      draw: 'province',
      maximum: undefined,
      threshold: 0,
      values: linked.counts.map((count, cell) =>
        cell === cellNamed(linked, 'row=w|column=b') ? count : Number.NaN,
      ),
    };
    expect((await auditUnion(linked, [one, outside], protect, 11, [solver])).derivable).toEqual(protect);
    const wrong = {
      ...outside,
      values: outside.values.map((value, cell) => (cell === 0 ? linked.counts[0]! + 1 : value)),
    };
    expect((await auditUnion(linked, [one, wrong], protect, 11, [solver])).contradictions).toEqual([0]);
  });

  test('fresh noise in every release is averaged away, the same noise is not', async () => {
    const noisy = (draw: string): KnownRelease => ({
      ...release(draw, hiding(...square('b'))),
      maximum: 5,
      draw,
    });
    const same = await auditUnion(linked, [noisy('k'), noisy('k'), noisy('k')], protect, 11, [solver]);
    const fresh = await auditUnion(linked, [noisy('k'), noisy('l'), noisy('m')], protect, 11, [solver]);
    expect(fresh.weakest).toBeCloseTo(same.weakest / Math.sqrt(3), 6);
    expect([same.holds, fresh.holds]).toEqual([true, false]);
  });

  test('a draft planned around what is public protects what the public does not yet know', () => {
    const told = linked.functionals.filter((_, cell) =>
      ['row=w|column=b', 'row=x|column=b', 'column=b', ''].includes(linked.names[cell]!),
    );
    const { hidden, alreadyKnown } = suppress(linked, { primary: protect, told });
    expect(alreadyKnown).toEqual([]);
    expect(hidden[cellNamed(linked, 'row=w|column=c')] || hidden[cellNamed(linked, 'row=w')]).toBe(true);
  });
});

describe('the ledger: vintages and refusals', () => {
  const age = (codes: string[]): LinkedCells => linkTables([tableOf('age', [flat('age', codes)], [])]);
  const linkedAge = flat('age', ['a', 'b', 'c']);

  test('a cell changes only where no record or at least t differ', () => {
    const { values, carried } = revised(
      age(['a', 'b', 'c']),
      Float64Array.of(90, 20, 30, 40),
      Float64Array.of(118, 20, 46, 52),
      Float64Array.of(28, 0, 16, 12),
      11,
    );
    expect([...values]).toEqual([118, 20, 46, 52]);
    expect(carried).toEqual([false, false, false, false]);
    expect(() =>
      revised(
        age(['a', 'b']),
        Float64Array.of(40, 20, 20),
        Float64Array.of(41, 20, 20),
        new Float64Array(3),
        11,
      ),
    ).toThrow('no record did');
    expect(() =>
      revised(age(['a', 'b']), Float64Array.of(20), Float64Array.of(20), Float64Array.of(0, 0), 11),
    ).toThrow('same cells');
  });

  test('total less sibling does not tell a small difference either', () => {
    const linked = age(['a', 'b']),
      before = Float64Array.of(80, 50, 30);
    const { values, carried } = revised(
      linked,
      before,
      Float64Array.of(94, 62, 32),
      Float64Array.of(14, 12, 2),
      11,
    );
    // Cell by cell, b alone was carried, and 94 − 62 told that 2 came to it.
    expect(carried[cellNamed(linked, 'age=b')]).toBe(true);
    expect(carried.filter((is) => is).length).toBe(2);
    expect(values[0]! - values[1]! === 32).toBe(false);
  });

  test('the difference of two vintages never speaks of fewer than t records (300 random revisions)', () => {
    const random = seededRandom(11),
      linked = age(['a', 'b', 'c']),
      tree = linkedAge;
    for (let run = 0; run < 300; run++) {
      const draw = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => Math.floor(random() * 3));
      const old = draw(120),
        added = draw(Math.floor(random() * 40));
      const counts = (column: Uint8Array): Float64Array => Float64Array.from(cubeOf([tree], [column]).counts);
      const { values, carried } = revised(
        linked,
        counts(old),
        counts(Uint8Array.of(...old, ...added)),
        counts(added),
        11,
      );
      const before = counts(old);
      values.forEach((value, cell) =>
        expect(value === before[cell] || Math.abs(value - before[cell]!) >= 11).toBe(true),
      );
      const differing = counts(added);
      expect(derivableCells(linked, carried).filter((cell) => differing[cell]! < 11)).toEqual([]);
    }
  });

  test('a refusal names what would pass and no cell', async () => {
    const refusal = await offersThatPass({
      widerPeriod: () => Promise.resolve(false),
      groupedCategories: () => Promise.resolve(true),
    });
    expect(refusal).toEqual({ refused: true, offers: ['groupedCategories'] });
  });
});
