import type { CodeTree } from './code-tree.js';

/** One coded value a record: the number of its finest code in the dimension. */
export type Column = Uint8Array | Uint16Array;

/** Record keys, upper and lower 32 bits; one a record. */
export interface RecordKeys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** Where records are counted and, with keys, their exclusive or is kept. */
export interface Tallies {
  readonly counts: Uint32Array;
  readonly keyHigh: Uint32Array | undefined;
  readonly keyLow: Uint32Array | undefined;
  readonly keys: RecordKeys | undefined;
}

/** Smaller than any sum of offsets could make up for: a cube has at most 2²⁷ cells. */
const noPlace = -(2 ** 29);
const nowhere = new Int32Array(65_536);
const block = 4096;

/** For every code that a column can hold its share of the place; negative where the dimension has no such code. */
export const offsetsOf = (
  hierarchies: readonly CodeTree[],
  strides: Int32Array,
  columns: readonly Column[],
): Int32Array[] =>
  hierarchies.map((hierarchy, at) => {
    const offsets = new Int32Array((columns[at] as Column).BYTES_PER_ELEMENT === 1 ? 256 : 65_536).fill(
      noPlace,
    );
    hierarchy.nodeOf.forEach((node, code) => {
      offsets[code] = node * (strides[at] as number);
    });
    return offsets;
  });

/** Four columns and their offsets from `at` on; where there are fewer, the first again at no offset. */
const four = (columns: readonly Column[], offsets: readonly Int32Array[], at: number) => {
  const a = columns[at] as Column;
  return [
    a,
    columns[at + 1] ?? a,
    columns[at + 2] ?? a,
    columns[at + 3] ?? a,
    offsets[at] as Int32Array,
    offsets[at + 1] ?? nowhere,
    offsets[at + 2] ?? nowhere,
    offsets[at + 3] ?? nowhere,
  ] as const;
};

/** Places of up to four columns, counted: the loop that one would write for just these columns, with no test inside. */
const countPlain = (
  counts: Uint32Array,
  columns: readonly Column[],
  offsets: readonly Int32Array[],
): boolean => {
  const [a, b, c, d, oa, ob, oc, od] = four(columns, offsets, 0);
  let worst = 0;
  for (let row = 0; row < a.length; row++) {
    const place =
      ((oa[a[row] as number] as number) +
        (ob[b[row] as number] as number) +
        (oc[c[row] as number] as number) +
        (od[d[row] as number] as number)) |
      0;
    worst |= place;
    counts[place] = (counts[place] as number) + 1;
  }
  return worst >= 0;
};

const countKeyed = (
  counts: Uint32Array,
  keyHigh: Uint32Array,
  keyLow: Uint32Array,
  { high, low }: RecordKeys,
  columns: readonly Column[],
  offsets: readonly Int32Array[],
): boolean => {
  const [a, b, c, d, oa, ob, oc, od] = four(columns, offsets, 0);
  let worst = 0;
  for (let row = 0; row < a.length; row++) {
    const place =
      ((oa[a[row] as number] as number) +
        (ob[b[row] as number] as number) +
        (oc[c[row] as number] as number) +
        (od[d[row] as number] as number)) |
      0;
    worst |= place;
    counts[place] = (counts[place] as number) + 1;
    keyHigh[place] = (keyHigh[place] as number) ^ (high[row] as number);
    keyLow[place] = (keyLow[place] as number) ^ (low[row] as number);
  }
  return worst >= 0;
};

/**
 * Counts up to four columns in one loop. Returns false when some code has no place.
 *
 * Source: the core of J. Gray et al. (1997), "Data cube", as a counting sort would: one array, one addition a record.
 * Units: records. Complexity: O(rows).
 */
export const countFour = (
  { counts, keyHigh, keyLow, keys }: Tallies,
  columns: readonly Column[],
  offsets: readonly Int32Array[],
): boolean =>
  keys === undefined || keyHigh === undefined || keyLow === undefined
    ? countPlain(counts, columns, offsets)
    : countKeyed(counts, keyHigh, keyLow, keys, columns, offsets);

/** Counts any number of columns: places are summed block by block, four columns a pass. As `countFour` otherwise. */
export const countMany = (
  { counts, keyHigh, keyLow, keys }: Tallies,
  columns: readonly Column[],
  offsets: readonly Int32Array[],
): boolean => {
  const rows = (columns[0] as Column).length,
    places = new Int32Array(block);
  for (let from = 0; from < rows; from += block) {
    const length = Math.min(rows, from + block) - from;
    places.fill(0);
    let worst = 0;
    for (let at = 0; at < columns.length; at += 4) {
      const [a, b, c, d, oa, ob, oc, od] = four(columns, offsets, at);
      for (let i = 0; i < length; i++) {
        const row = from + i;
        const place =
          ((oa[a[row] as number] as number) +
            (ob[b[row] as number] as number) +
            (oc[c[row] as number] as number) +
            (od[d[row] as number] as number)) |
          0;
        worst |= place;
        places[i] = ((places[i] as number) + place) | 0;
      }
    }
    if (worst < 0) return false;
    for (let i = 0; i < length; i++)
      counts[places[i] as number] = (counts[places[i] as number] as number) + 1;
    if (keys === undefined || keyHigh === undefined || keyLow === undefined) continue;
    for (let i = 0; i < length; i++) {
      const place = places[i] as number;
      keyHigh[place] = (keyHigh[place] as number) ^ (keys.high[from + i] as number);
      keyLow[place] = (keyLow[place] as number) ^ (keys.low[from + i] as number);
    }
  }
  return true;
};
