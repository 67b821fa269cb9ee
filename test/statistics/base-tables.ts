import { createHmac } from 'node:crypto';
import {
  type BaseShape,
  type Branch,
  codeTree,
  type CodeTree,
  type Column,
  contributionsOf,
  cubeOf,
  type Dimension,
  type KeyedHash,
  type LinkedCells,
  linkTables,
  outcomeRecords,
  type OutcomeRecord,
  perturbed,
  protectedPattern,
  type ProtectedPattern,
  type RecordKeys,
  seededRandom,
  symmetricRow,
  type TabulatedTable,
} from '#statistics';

/** HMAC-SHA256 under a secret, as the application passes it in. */
export const hashUnder =
  (secret: string): KeyedHash =>
  (message) =>
    createHmac('sha256', secret).update(message).digest();

/** A generated base in typed arrays: coded columns, record keys, and who contributed. */
export interface CodedBase {
  readonly rows: number;
  readonly trees: Readonly<Record<string, CodeTree>>;
  readonly columns: Readonly<Record<string, Column>>;
  readonly keys: RecordKeys;
  readonly table: Column;
  readonly tables: number;
}

const readings: Record<string, (record: OutcomeRecord) => string> = {
  region: ({ region }) => region,
  table: ({ table }) => table,
  age: ({ ageBand }) => ageBand ?? 'n/a',
  sex: ({ sex }) => sex ?? 'n/a',
  type: ({ type }) => type,
  sector: ({ originatingSector }) => originatingSector,
  status: ({ status }) => status,
  conclusion: ({ conclusionGroup }) => conclusionGroup ?? 'n/a',
  year: ({ year }) => String(year),
  quarter: ({ quarter }) => String(quarter),
};

export const codedBase = (
  shape: BaseShape,
  keySecret = 'record keys',
  only: (record: OutcomeRecord) => boolean = () => true,
): CodedBase => {
  const records = [...outcomeRecords(shape, seededRandom(shape.seed))].filter(only);
  const trees: Record<string, CodeTree> = {},
    columns: Record<string, Column> = {};
  for (const [name, read] of Object.entries(readings)) {
    const codes = [...new Set(records.map(read))].sort();
    const dimension: Dimension = { name, codes };
    const branches: Branch =
      name === 'table'
        ? Object.fromEntries(
            [...new Set(records.map(({ region }) => region))].map((region) => [
              region,
              [...new Set(records.filter((r) => r.region === region).map(({ table }) => table))].sort(),
            ]),
          )
        : codes;
    trees[name] = codeTree(dimension, branches);
    const number = new Map(codes.map((code, at) => [code, at]));
    columns[name] = Uint8Array.from(records, (record) => number.get(read(record))!);
  }
  const hash = hashUnder(keySecret),
    keys = { high: new Uint32Array(records.length), low: new Uint32Array(records.length) };
  records.forEach((_, row) => {
    const bytes = hash(new TextEncoder().encode(`record ${row}`)),
      view = new DataView(bytes.buffer, bytes.byteOffset);
    keys.high[row] = view.getUint32(0);
    keys.low[row] = view.getUint32(4);
  });
  return {
    rows: records.length,
    trees,
    columns,
    keys,
    table: columns['table']!,
    tables: trees['table']!.dimension.codes.length,
  };
};

export const tabulated = (
  base: CodedBase,
  names: readonly string[],
  withContributions = true,
): TabulatedTable => {
  const trees = names.map((name) => base.trees[name]!),
    columns = names.map((name) => base.columns[name]!);
  const cube = cubeOf(trees, columns, base.keys);
  return {
    name: names.join(' × '),
    cube,
    ...(withContributions ? { contributions: contributionsOf(trees, columns, base.table, base.tables) } : {}),
  };
};

export interface Lattice {
  readonly linked: LinkedCells;
  readonly tables: readonly TabulatedTable[];
  readonly pattern: ProtectedPattern;
  readonly published: Float64Array;
}

/** The default noise: V = 3, D = 5. */
export const noiseRow = symmetricRow(5, 3, 11);

export const decided = (
  linked: LinkedCells,
  tables: readonly TabulatedTable[],
  threshold: number,
  seed: number,
  secret = 'cell secret',
): Pick<Lattice, 'pattern' | 'published'> => {
  const pattern = protectedPattern(linked, tables, {
    threshold,
    zeros: 'zerosAreSmall',
    random: seededRandom(seed),
  });
  return {
    pattern,
    published: perturbed(linked, tables, pattern.hidden, threshold, noiseRow, hashUnder(secret)),
  };
};

export const latticeOf = (
  base: CodedBase,
  specs: readonly (readonly string[])[],
  threshold: number,
  seed = 1,
  secret = 'cell secret',
): Lattice => {
  const tables = specs.map((names) => tabulated(base, names));
  const linked = linkTables(
    tables.map(({ name, cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
  );
  return { linked, tables, ...decided(linked, tables, threshold, seed, secret) };
};

/** The cells of a table that no margin sums over. */
export const innerCells = ({ linked, tables }: Pick<Lattice, 'linked' | 'tables'>, at: number): number[] => {
  const { cube } = tables[at]!;
  const cells = linked.tables[at]!.cells;
  const leaves = cube.hierarchies.map((tree) => new Set(tree.nodeOf));
  return [...cells.keys()]
    .filter((place) =>
      cube.hierarchies.every((tree, d) =>
        leaves[d]!.has(Math.floor(place / cube.strides[d]!) % tree.codes.length),
      ),
    )
    .map((place) => cells[place]!);
};
