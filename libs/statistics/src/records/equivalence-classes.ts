import type { Attribute } from './hierarchy.js';

/**
 * Equivalence classes of a set of records under one generalisation: records that share every quasi-identifier.
 *
 * A class is a row of bit fields, packed in two 32-bit words; `counts` are its records; `sensitive` holds,
 * for each class, one histogram of `sensitiveWidth` counts (several sensitive attributes stand one after the
 * other).
 */
export interface EquivalenceClasses {
  readonly size: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly counts: Int32Array;
  readonly sensitive: Int32Array;
}

/** Where each attribute's code stands in the two words. */
export interface KeyLayout {
  readonly inHigh: readonly boolean[];
  readonly shift: readonly number[];
  readonly mask: readonly number[];
  readonly sensitiveWidth: number;
}

/** A column that is never generalised and whose distribution within a class is guarded. */
export interface SensitiveColumn {
  readonly name: string;
  readonly codes: Int32Array | Uint16Array | Uint8Array;
  readonly labels: readonly string[];
}

/** @throws RangeError when the values of all attributes need more than two words of 32 bits. */
export const keyLayoutOf = (
  attributes: readonly Attribute[],
  sensitive: readonly SensitiveColumn[],
): KeyLayout => {
  const inHigh: boolean[] = [],
    shift: number[] = [],
    mask: number[] = [];
  let lowUsed = 0,
    highUsed = 0;
  for (const { hierarchy } of attributes) {
    const values = (hierarchy.labels[0] as readonly string[]).length;
    const bits = Math.max(1, 32 - Math.clz32(values - 1));
    const high = lowUsed + bits > 32;
    if (high && highUsed + bits > 32)
      throw new RangeError('quasi-identifiers need more than 64 bits: release fewer columns');
    inHigh.push(high);
    shift.push(high ? highUsed : lowUsed);
    mask.push(bits === 32 ? -1 : (1 << bits) - 1);
    if (high) highUsed += bits;
    else lowUsed += bits;
  }
  return {
    inHigh,
    shift,
    mask,
    sensitiveWidth: sensitive.reduce((sum, { labels }) => sum + labels.length, 0),
  };
};

// Bound once: in a vm context, as under Jest, each look-up of a global inside the loop costs more than the loop.
const { imul } = Math;

/** Spreads both words over all bits (finaliser of MurmurHash3, A. Appleby, public domain). */
const spread = (low: number, high: number): number => {
  let h = low ^ imul(high, 0x9e3779b1);
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** Room that is kept between calls: classes are counted thousands of times in one search. */
export class Workspace {
  low = new Int32Array(0);
  high = new Int32Array(0);
  counts = new Int32Array(0);
  private slots = new Int32Array(1024);

  /** Room for the classes of `rows` rows, and an emptied table of slots at most half full. */
  slotsFor(rows: number): Int32Array {
    let wanted = 1024;
    while (wanted < 2 * rows) wanted *= 2;
    if (this.slots.length < wanted) this.slots = new Int32Array(wanted);
    if (this.low.length < rows)
      [this.low, this.high, this.counts] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
    const table = this.slots.length === wanted ? this.slots : this.slots.subarray(0, wanted);
    table.fill(0);
    return table;
  }
}

/**
 * Keys of rows or classes before they are merged: the bits under `mask` at `shift` of one word are first
 * replaced by `up` of them.
 */
interface RawKeys {
  readonly rows: number;
  readonly low: Int32Array;
  /** Empty when every attribute fits in the low word. */
  readonly high: Int32Array;
  /** Undefined: each row is one record. */
  readonly counts: Int32Array | undefined;
  readonly sensitive: Int32Array;
  readonly raise:
    | { readonly inHigh: boolean; readonly shift: number; readonly mask: number; readonly up: Int32Array }
    | undefined;
}

/**
 * Merges keys into classes; the one place where classes are formed.
 * Complexity: O(rows × (1 + sensitive values)) expected.
 */
const merge = (keys: RawKeys, room: Workspace, width: number): EquivalenceClasses => {
  const { rows, low: fromLow, high: fromHigh, counts: fromCounts, sensitive: fromSensitive, raise } = keys;
  const slots = room.slotsFor(rows),
    bits = slots.length - 1,
    twoWords = fromHigh.length > 0;
  const { low, high, counts } = room,
    sensitive = new Int32Array(rows * width);
  const inLow = raise !== undefined && !raise.inHigh,
    inHigh = raise !== undefined && raise.inHigh;
  const shift = raise?.shift ?? 0,
    mask = raise?.mask ?? 0,
    up = raise?.up ?? noCodes,
    keep = ~(mask << shift);
  let size = 0;
  for (let row = 0; row < rows; row++) {
    let l = fromLow[row] as number,
      h = twoWords ? (fromHigh[row] as number) : 0;
    if (inLow) l = (l & keep) | ((up[(l >>> shift) & mask] as number) << shift);
    else if (inHigh) h = (h & keep) | ((up[(h >>> shift) & mask] as number) << shift);
    let slot = spread(l, h) & bits,
      found = (slots[slot] as number) - 1;
    while (found >= 0 && (low[found] !== l || (twoWords && high[found] !== h))) {
      slot = (slot + 1) & bits;
      found = (slots[slot] as number) - 1;
    }
    const records = fromCounts === undefined ? 1 : (fromCounts[row] as number);
    if (found < 0) {
      found = size++;
      slots[slot] = size;
      low[found] = l;
      if (twoWords) high[found] = h;
      counts[found] = records;
    } else {
      counts[found] = (counts[found] as number) + records;
    }
    for (let s = 0; s < width; s++)
      sensitive[found * width + s] =
        (sensitive[found * width + s] as number) + (fromSensitive[row * width + s] as number);
  }
  return {
    size,
    low: low.slice(0, size),
    high: twoWords ? high.slice(0, size) : noCodes,
    counts: counts.slice(0, size),
    sensitive: sensitive.slice(0, size * width),
  };
};

const noCodes = new Int32Array(0);

/** Classes of the records as they are (level 0 of every attribute). Complexity: O(records × attributes). */
export const classesOf = (
  attributes: readonly Attribute[],
  sensitive: readonly SensitiveColumn[],
  layout: KeyLayout,
  room: Workspace,
): EquivalenceClasses => {
  const rows = attributes[0]?.codes.length ?? 0;
  const low = new Int32Array(rows),
    high = layout.inHigh.includes(true) ? new Int32Array(rows) : noCodes;
  attributes.forEach(({ codes }, a) => {
    const word = layout.inHigh[a] === true ? high : low,
      shift = layout.shift[a] as number;
    for (let row = 0; row < rows; row++)
      word[row] = (word[row] as number) | ((codes[row] as number) << shift);
  });
  return merge(
    {
      rows,
      low,
      high,
      counts: undefined,
      sensitive: histograms(rows, sensitive, layout.sensitiveWidth),
      raise: undefined,
    },
    room,
    layout.sensitiveWidth,
  );
};

const histograms = (rows: number, sensitive: readonly SensitiveColumn[], width: number): Int32Array => {
  const counts = new Int32Array(rows * width);
  let offset = 0;
  for (const { codes, labels } of sensitive) {
    for (let row = 0; row < rows; row++) counts[row * width + offset + (codes[row] as number)] = 1;
    offset += labels.length;
  }
  return counts;
};

/**
 * Classes one level higher in one attribute, from the classes below.
 *
 * Source: the roll-up property of LeFevre, DeWitt, Ramakrishnan 2005, "Incognito: efficient full-domain
 * k-anonymity". Units: records.
 * Complexity: O(classes), not O(records).
 */
export const rollUp = (
  from: EquivalenceClasses,
  attribute: number,
  up: Int32Array,
  layout: KeyLayout,
  room: Workspace,
): EquivalenceClasses =>
  merge(
    {
      rows: from.size,
      low: from.low,
      high: from.high,
      counts: from.counts,
      sensitive: from.sensitive,
      raise: {
        inHigh: layout.inHigh[attribute] === true,
        shift: layout.shift[attribute] as number,
        mask: layout.mask[attribute] as number,
        up,
      },
    },
    room,
    layout.sensitiveWidth,
  );

/**
 * The same with some attributes taken out of the key (their bits cleared), sensitive values left behind.
 * Complexity: O(classes).
 */
export const withoutAttributes = (
  from: EquivalenceClasses,
  gone: readonly number[],
  layout: KeyLayout,
  room: Workspace,
): EquivalenceClasses => {
  let low = -1,
    high = -1;
  for (const attribute of gone) {
    const bits = ~((layout.mask[attribute] as number) << (layout.shift[attribute] as number));
    if (layout.inHigh[attribute] === true) high &= bits;
    else low &= bits;
  }
  return merge(
    {
      rows: from.size,
      low: from.low.map((word) => word & low),
      high: from.high.map((word) => word & high),
      counts: from.counts,
      sensitive: noCodes,
      raise: undefined,
    },
    room,
    0,
  );
};

/** Code of one attribute in one class, at the level the classes stand at. */
export const codeIn = (
  classes: EquivalenceClasses,
  index: number,
  attribute: number,
  layout: KeyLayout,
): number =>
  (((layout.inHigh[attribute] === true ? classes.high : classes.low)[index] as number) >>>
    (layout.shift[attribute] as number)) &
  (layout.mask[attribute] as number);
