import { describe, expect, test } from '@jest/globals';
import { codeTree, cubeOf, type Cube, declaredSlice, linkTables, seededRandom } from '#statistics';

const trees = [
  codeTree({ name: 'region', codes: ['north', 'south'] }),
  codeTree({ name: 'age', codes: ['young', 'old', 'none'] }),
];
const random = seededRandom(5);
const columns = [2, 3].map((size) => Uint8Array.from({ length: 200 }, () => Math.floor(random() * size)));
const table = (hierarchies: Cube['hierarchies'], own: Uint8Array[]) => ({
  name: hierarchies.map(({ dimension }) => dimension.name).join(' × '),
  cube: cubeOf(hierarchies, own),
});
const tables = [table(trees, columns), table([trees[1]!], [columns[1]!])];
const linked = linkTables(
  tables.map(({ name, cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
);

describe('the declared slice', () => {
  test('has every cell of its table in one order, totals as published and nothing where nothing shows', () => {
    const published = linked.counts.map((count, cell) => (cell % 3 === 1 ? Number.NaN : count + 1));
    const { dimensions, values } = declaredSlice({ linked, tables, published }, 'region × age');
    expect(dimensions).toEqual([
      { name: 'region', codes: ['total', 'north', 'south'] },
      { name: 'age', codes: ['total', 'young', 'old', 'none'] },
    ]);
    expect(values).toEqual(
      Array.from(tables[0]!.cube.counts, (count, place) =>
        linked.tables[0]!.cells[place]! % 3 === 1 ? null : count + 1,
      ),
    );
    // The margin is the same cell in both tables, so it is the same number.
    expect(declaredSlice({ linked, tables, published }, 'age').values).toEqual(values.slice(0, 4));
  });

  test('has the same shape when nothing shows, and is refused for a table that was not opened', () => {
    const published = new Float64Array(linked.names.length).fill(Number.NaN);
    expect(declaredSlice({ linked, tables, published }, 'region × age').values).toEqual(Array(12).fill(null));
    expect(() => declaredSlice({ linked, tables, published }, 'sex')).toThrow(RangeError);
  });
});
