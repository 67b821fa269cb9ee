import type { CodeTree } from './code-tree.js';
import { type Column, countFour, countMany, offsetsOf, type RecordKeys } from './counting.js';

/**
 * Counts (persons or situations) of every combination of nodes, margins included, row-major in the order of
 * the hierarchies.
 *
 * With record keys, also the exclusive or of the keys of each cell's records. Source: J. Gray et al. (1997),
 * "Data cube: a relational aggregation operator generalizing group-by, cross-tab, and sub-totals". Units:
 * persons or situations, whichever the columns hold.
 */
export interface Cube {
  readonly hierarchies: readonly CodeTree[];
  readonly strides: Int32Array;
  readonly counts: Uint32Array;
  readonly keyHigh: Uint32Array | undefined;
  readonly keyLow: Uint32Array | undefined;
}

/** The place of node numbers in a cube. Complexity: O(dimensions). */
export const placeOf = (cube: Pick<Cube, 'strides'>, nodes: readonly number[]): number =>
  nodes.reduce((sum, node, at) => sum + node * (cube.strides[at] as number), 0);

/** The node numbers at a place, written into `into`. Complexity: O(dimensions). */
export const nodesAt = (
  cube: Pick<Cube, 'hierarchies' | 'strides'>,
  place: number,
  into: number[] = [],
): number[] => {
  let rest = place;
  for (let at = 0; at < cube.strides.length; at++) {
    const stride = cube.strides[at] as number;
    into[at] = Math.floor(rest / stride);
    rest -= (into[at] as number) * stride;
  }
  return into;
};

/** ℓ of a place: the sum of its nodes' levels. */
export const levelAt = (cube: Pick<Cube, 'hierarchies' | 'strides'>, place: number): number =>
  nodesAt(cube, place).reduce(
    (sum, node, at) => sum + ((cube.hierarchies[at] as CodeTree).levels[node] as number),
    0,
  );

const stridesOf = (hierarchies: readonly CodeTree[]): { strides: Int32Array; size: number } => {
  const strides = new Int32Array(hierarchies.length);
  let size = 1;
  for (let at = hierarchies.length - 1; at >= 0; at--) {
    strides[at] = size;
    size *= (hierarchies[at] as CodeTree).codes.length;
  }
  if (size > 2 ** 27) throw new RangeError(`A cube of ${size} cells is larger than this engine holds.`);
  return { strides, size };
};

/**
 * Adds (or, for keys, exclusive-ors) every node into its parent, dimension by dimension, children first.
 * O(cells × dimensions).
 */
const rollUp = (
  values: Uint32Array,
  hierarchies: readonly CodeTree[],
  strides: Int32Array,
  exclusiveOr: boolean,
): void => {
  hierarchies.forEach((hierarchy, at) => {
    const stride = strides[at] as number,
      span = stride * hierarchy.codes.length;
    for (let start = 0; start < values.length; start += span) {
      for (let node = hierarchy.codes.length - 1; node > 0; node--) {
        let source = start + node * stride,
          target = start + (hierarchy.parents[node] as number) * stride;
        if (exclusiveOr)
          for (let i = 0; i < stride; i++, source++, target++)
            values[target] = (values[target] as number) ^ (values[source] as number);
        else
          for (let i = 0; i < stride; i++, source++, target++)
            values[target] = (values[target] as number) + (values[source] as number);
      }
    }
  });
};

const checkColumns = (hierarchies: readonly CodeTree[], columns: readonly Column[], rows: number): void => {
  if (hierarchies.length === 0 || hierarchies.length !== columns.length)
    throw new RangeError('A cube has one column for each hierarchy.');
  columns.forEach((column, at) => {
    if (column.length !== rows)
      throw new RangeError(
        `Column ${(hierarchies[at] as CodeTree).dimension.name} has ${column.length} rows, not ${rows}.`,
      );
  });
};

const outOfRange = (hierarchies: readonly CodeTree[], columns: readonly Column[]): RangeError => {
  const at = columns.findIndex((column, d) =>
    column.some((code) => code >= (hierarchies[d] as CodeTree).dimension.codes.length),
  );
  const { name, codes } = (hierarchies[at] as CodeTree).dimension;
  return new RangeError(
    `Column ${name} holds code number ${(columns[at] as Column).find((code) => code >= codes.length) as number}; there are ${codes.length} codes.`,
  );
};

/**
 * The cube of some coded columns.
 *
 * Errors: RangeError for columns of unequal length, a code out of range or more than 2²⁷ cells.
 * Complexity: O(rows × dimensions + cells × dimensions), memory O(cells).
 */
export const cubeOf = (
  hierarchies: readonly CodeTree[],
  columns: readonly Column[],
  keys?: RecordKeys,
): Cube => {
  const rows = columns[0]?.length ?? 0;
  checkColumns(hierarchies, columns, rows);
  if (keys !== undefined && (keys.high.length !== rows || keys.low.length !== rows))
    throw new RangeError('There is one key for each record.');
  const { strides, size } = stridesOf(hierarchies);
  const offsets = offsetsOf(hierarchies, strides, columns);
  const counts = new Uint32Array(size);
  const keyHigh = keys === undefined ? undefined : new Uint32Array(size),
    keyLow = keys === undefined ? undefined : new Uint32Array(size);
  const countRows = columns.length <= 4 ? countFour : countMany;
  if (!countRows({ counts, keyHigh, keyLow, keys }, columns, offsets)) throw outOfRange(hierarchies, columns);
  rollUp(counts, hierarchies, strides, false);
  if (keyHigh !== undefined && keyLow !== undefined) {
    rollUp(keyHigh, hierarchies, strides, true);
    rollUp(keyLow, hierarchies, strides, true);
  }
  return { hierarchies, strides, counts, keyHigh, keyLow };
};

/**
 * For each cell of a cube, how much of it one contributor (a table, an agency) brought, and how many brought
 * anything.
 */
export interface Contributions {
  readonly largest: Uint32Array;
  readonly contributors: Uint32Array;
}

/**
 * Contributions to every cell of `cubeOf(hierarchies, columns)`: what the dominance rule needs.
 *
 * Records are ordered by contributor (counting sort), then one contributor's cube at a time is folded into the result.
 * Errors: as `cubeOf`. Complexity: O(rows × dimensions + contributors × cells × dimensions), memory O(rows + cells).
 */
export const contributionsOf = (
  hierarchies: readonly CodeTree[],
  columns: readonly Column[],
  contributor: Column,
  contributors: number,
): Contributions => {
  const rows = contributor.length;
  checkColumns(hierarchies, columns, rows);
  const starts = new Uint32Array(contributors + 1);
  for (let row = 0; row < rows; row++) {
    const who = contributor[row] as number;
    if (who >= contributors) throw new RangeError(`Contributor number ${who} is not below ${contributors}.`);
    starts[who + 1] = (starts[who + 1] as number) + 1;
  }
  for (let who = 0; who < contributors; who++)
    starts[who + 1] = (starts[who + 1] as number) + (starts[who] as number);
  const order = new Uint32Array(rows),
    next = starts.slice();
  for (let row = 0; row < rows; row++) {
    const who = contributor[row] as number;
    order[next[who] as number] = row;
    next[who] = (next[who] as number) + 1;
  }
  const { strides, size } = stridesOf(hierarchies);
  const offsets = offsetsOf(hierarchies, strides, columns);
  const largest = new Uint32Array(size),
    present = new Uint32Array(size),
    own = new Uint32Array(size);
  for (let who = 0; who < contributors; who++) {
    const from = starts[who] as number,
      to = starts[who + 1] as number;
    if (from === to) continue;
    own.fill(0);
    for (let at = from; at < to; at++) {
      const row = order[at] as number;
      let place = 0;
      for (let d = 0; d < columns.length; d++)
        place += (offsets[d] as Int32Array)[(columns[d] as Column)[row] as number] as number;
      if (place < 0) throw outOfRange(hierarchies, columns);
      own[place] = (own[place] as number) + 1;
    }
    rollUp(own, hierarchies, strides, false);
    for (let place = 0; place < size; place++) {
      const share = own[place] as number;
      if (share === 0) continue;
      present[place] = (present[place] as number) + 1;
      if (share > (largest[place] as number)) largest[place] = share;
    }
  }
  return { largest, contributors: present };
};
