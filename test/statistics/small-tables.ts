import {
  type CountedTable,
  cubeOf,
  type Dimension,
  type CodeTree,
  codeTree,
  type LinkedCells,
  linkTables,
} from '#statistics';

/** A table from its inner counts: one hierarchy a dimension, rows as `[code, …, count]` of finest codes. */
export const tableOf = (
  name: string,
  hierarchies: readonly CodeTree[],
  rows: readonly (readonly (string | number)[])[],
): CountedTable => {
  const expanded = rows.flatMap((row) => Array.from({ length: Number(row[row.length - 1]) }, () => row));
  const columns = hierarchies.map(({ dimension }, at) =>
    Uint16Array.from(expanded, (row) => dimension.codes.indexOf(String(row[at]))),
  );
  return { name, hierarchies, counts: cubeOf(hierarchies, columns).counts };
};

export const flat = (name: string, codes: readonly string[]): CodeTree =>
  codeTree({ name, codes } satisfies Dimension);

/** One flat two-way table with both margins. */
export const twoWay = (
  rows: readonly (readonly [string, string, number])[],
  names: readonly [string, string] = ['row', 'column'],
): LinkedCells => {
  const hierarchies = [0, 1].map((at) => flat(names[at]!, [...new Set(rows.map((row) => String(row[at])))]));
  return linkTables([tableOf(names.join(' by '), hierarchies, rows)]);
};

export const cellNamed = (linked: LinkedCells, name: string): number => {
  const cell = linked.names.indexOf(name);
  if (cell < 0) throw new Error(`No cell ${name}`);
  return cell;
};

export const cellsWhere = (linked: LinkedCells, holds: (count: number, cell: number) => boolean): number[] =>
  [...linked.counts.keys()].filter((cell) => holds(linked.counts[cell]!, cell));
