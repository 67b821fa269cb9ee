import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coarsened, type Dimension, codeTree } from './code-tree.js';
import { contributionsOf, cubeOf, levelAt, nodesAt, placeOf } from './cube.js';
import { linkTables } from './linked-cells.js';

const region: Dimension = { name: 'region', codes: ['a', 'b', 'c', 'd', 'e'] };
const age: Dimension = { name: 'age', codes: ['0-11', '12-17', '18-24', '25+'] };
const regions = codeTree(region, { north: ['a', 'b'], south: { coast: ['c', 'd'], e: null } });
const ages = codeTree(age);

const records = fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(2), fc.nat(0xffffffff), fc.nat(0xffffffff)), {
  maxLength: 300,
});

describe('hierarchy', () => {
  test('puts parents before children and knows what a node covers', () => {
    expect(regions.codes).toEqual(['total', 'north', 'a', 'b', 'south', 'coast', 'c', 'd', 'e']);
    expect([...regions.levels]).toEqual([0, 1, 2, 2, 1, 2, 3, 3, 2]);
    expect([...regions.covers[4]!]).toEqual([2, 3, 4]);
    expect([...regions.nodeOf]).toEqual([2, 3, 6, 7, 8]);
  });

  test('coarsened keeps what its nodes cover', () => {
    const coarse = coarsened(regions, 1);
    expect(coarse.codes).toEqual(['total', 'north', 'south']);
    expect([...coarse.nodeOf]).toEqual([1, 1, 2, 2, 2]);
  });

  test('refuses missing, unknown and doubled codes', () => {
    expect(() => codeTree(age, ['0-11'])).toThrow('under no branch');
    expect(() => codeTree(age, [...age.codes, 'x'])).toThrow('unknown');
    expect(() => codeTree(age, [...age.codes, '25+'])).toThrow('twice');
  });
});

describe('cube', () => {
  test('every cell is a filtered count and a filtered exclusive or (by a plain loop over records)', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const columns = [Uint8Array.from(rows, (row) => row[0]), Uint8Array.from(rows, (row) => row[1])];
        const keys = {
          high: Uint32Array.from(rows, (row) => row[3]),
          low: Uint32Array.from(rows, (row) => row[4]),
        };
        const cube = cubeOf([regions, ages], columns, keys);
        const contributions = contributionsOf(
          [regions, ages],
          columns,
          Uint8Array.from(rows, (row) => row[2]),
          3,
        );
        cube.counts.forEach((count, place) => {
          const [r, a] = nodesAt(cube, place) as [number, number];
          expect(placeOf(cube, [r, a])).toBe(place);
          const inside = rows.filter(
            (row) => regions.covers[r]!.includes(row[0]) && ages.covers[a]!.includes(row[1]),
          );
          expect(count).toBe(inside.length);
          expect(cube.keyHigh![place]).toBe(inside.reduce((x, row) => (x ^ row[3]) >>> 0, 0));
          expect(cube.keyLow![place]).toBe(inside.reduce((x, row) => (x ^ row[4]) >>> 0, 0));
          const shares = [0, 1, 2].map((who) => inside.filter((row) => row[2] === who).length);
          expect(contributions.largest[place]).toBe(Math.max(...shares));
          expect(contributions.contributors[place]).toBe(shares.filter((share) => share > 0).length);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('five and more columns count as four do', () => {
    const random = (at: number, size: number): Uint8Array =>
      Uint8Array.from({ length: 9_000 }, (_, row) =>
        Math.floor((((row * (at + 3) * 2654435761) % 4294967296) / 4294967296) * size),
      );
    const trees = [2, 3, 2, 2, 3, 2].map((size, at) =>
      codeTree({ name: `d${at}`, codes: Array.from({ length: size }, (_, code) => `${at}.${code}`) }),
    );
    const columns = trees.map((tree, at) => random(at, tree.dimension.codes.length));
    const keys = {
      high: Uint32Array.from({ length: 9_000 }, (_, row) => row * 77),
      low: Uint32Array.from({ length: 9_000 }, (_, row) => row),
    };
    const wide = cubeOf(trees, columns, keys),
      narrow = cubeOf(trees.slice(0, 4), columns.slice(0, 4), keys);
    narrow.counts.forEach((count, place) => {
      const at = placeOf(wide, [...nodesAt(narrow, place), 0, 0]);
      expect([wide.counts[at], wide.keyHigh![at], wide.keyLow![at]]).toEqual([
        count,
        narrow.keyHigh![place],
        narrow.keyLow![place],
      ]);
    });
    expect(() => cubeOf(trees, [...columns.slice(0, 5), columns[5]!.map(() => 2)])).toThrow('code number 2');
  });

  test('the level is summed over hierarchies', () => {
    const cube = cubeOf([regions, ages], [new Uint8Array(0), new Uint8Array(0)]);
    expect(levelAt(cube, 0)).toBe(0);
    expect(levelAt(cube, placeOf(cube, [6, 2]))).toBe(4);
  });

  test('refuses codes out of range and unequal columns', () => {
    expect(() => cubeOf([ages], [Uint8Array.of(4)])).toThrow('code number 4');
    expect(() => cubeOf([regions, ages], [Uint8Array.of(1), Uint8Array.of(1, 2)])).toThrow('rows');
    expect(() => cubeOf([], [])).toThrow(RangeError);
  });
});

describe('linked cells', () => {
  test('functionals and sums hold for the true counts of random records, and name equal cells once', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (rows, coarse) => {
        const type: Dimension = { name: 'type', codes: ['x', 'y', 'z'] };
        const types = codeTree(type);
        const other = coarse
          ? coarsened(regions, 1)
          : codeTree(region, { big: ['a', 'c'], small: ['b', 'd', 'e'] });
        const columns = [0, 1, 2].map((at) => Uint8Array.from(rows, (row) => row[at]!)) as [
          Uint8Array,
          Uint8Array,
          Uint8Array,
        ];
        const tables = [
          {
            name: 'region by age',
            hierarchies: [regions, ages],
            counts: cubeOf([regions, ages], [columns[0], columns[1]]).counts,
          },
          {
            name: 'type by region',
            hierarchies: [types, other],
            counts: cubeOf([types, other], [columns[2], columns[0]]).counts,
          },
        ];
        const linked = linkTables(tables);
        for (const { total, parts } of linked.sums)
          expect(parts.reduce((sum, part) => sum + linked.counts[part]!, 0)).toBe(linked.counts[total]);
        // Coordinates that are cells themselves have their counts: the rest of the functionals must agree with them.
        const values = new Map<number, number>();
        linked.functionals.forEach(({ at, by }, cell) => {
          if (at.length === 1 && by[0] === 1) values.set(at[0]!, linked.counts[cell]!);
        });
        linked.functionals.forEach(({ at, by }, cell) => {
          if ([...at].every((c) => values.has(c)))
            expect([...at].reduce((sum, c, i) => sum + by[i]! * values.get(c)!, 0)).toBe(linked.counts[cell]);
        });
        const shared = linked.tables[0]!.cells.filter((cell) =>
          linked.tables[1]!.cells.includes(cell),
        ).length;
        // The total and two regions; or the total and the five finest codes, which stand in both trees.
        expect(shared).toBe(coarse ? 3 : 6);
      }),
      { numRuns: 30 },
    );
  });

  test('tables that disagree are refused', () => {
    const one = { name: 'one', hierarchies: [ages], counts: [4, 1, 1, 1, 1] };
    expect(() => linkTables([one, { ...one, name: 'two', counts: [5, 1, 1, 1, 2] }])).toThrow('disagree on');
  });
});
