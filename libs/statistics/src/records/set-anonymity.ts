// Bound once: in a vm context, as under Jest, each look-up of a global inside a loop costs more than the loop.
const { clz32 } = Math;

/** Sets of one period made k^m-anonymous, and what that took. */
export interface AnonymousSets {
  /** In the order given; items ascending; a set may have become empty. */
  readonly sets: readonly (readonly number[])[];
  readonly occurrences: number;
  readonly removed: number;
  /** Share of occurrences removed, 0 … 1. */
  readonly loss: number;
}

/** Candidates looked at in one step; more pairs than this below k are taken in turns. */
const candidatesAtOnce = 80;

/**
 * k^m-anonymity of sets for m = 2: whoever knows one or two items of a person's set finds no record with them, or at
 * least k. Items are removed from single records, greedily.
 *
 * Each step takes, among the pairs held by 1 … k − 1 records, the removal of one of the two items from those records
 * that lowers the number of violating pair occurrences most for each occurrence removed; an item held by fewer than k
 * records goes altogether. Every step removes at least one occurrence, so it ends.
 * Source: Terrovitis, Mamoulis, Kalnis 2008, "Privacy-preserving anonymization of set-valued data";
 * removal instead of generalisation as in local suppression, He, Naughton 2009. Units: records, occurrences.
 *
 * @param items number of different items; sets hold 0 … items − 1, a repeated one counts once.
 * Complexity: O(steps × min(pairs below k, 80) × records); memory O(items² + records × items / 32).
 */
export const anonymousSets = (
  sets: readonly (readonly number[])[],
  items: number,
  k: number,
): AnonymousSets => {
  const work = new Work(sets, items);
  const occurrences = work.occurrences();
  for (;;) {
    const rare = work.rareItem(k);
    if (rare >= 0) work.remove(rare, rare);
    else if (!work.mendBestPair(k)) break;
  }
  const removed = occurrences - work.occurrences();
  return { sets: work.result(), occurrences, removed, loss: occurrences === 0 ? 0 : removed / occurrences };
};

class Work {
  private readonly words: number;
  private readonly bits: Int32Array;
  /** support[a × items + b]: records that hold both; on the diagonal, records that hold a. */
  private readonly support: Int32Array;
  private readonly shared: Int32Array;

  constructor(
    private readonly sets: readonly (readonly number[])[],
    private readonly items: number,
  ) {
    this.words = Math.max(1, (items + 31) >>> 5);
    this.bits = new Int32Array(sets.length * this.words);
    this.support = new Int32Array(items * items);
    this.shared = new Int32Array(items);
    sets.forEach((set, row) => {
      const once = [...new Set(set)];
      for (const a of once) {
        if (!(a >= 0 && a < items)) throw new RangeError(`item ${a} is not one of ${items}`);
        this.bits[row * this.words + (a >>> 5)] =
          (this.bits[row * this.words + (a >>> 5)] as number) | (1 << (a & 31));
        for (const b of once) this.support[a * items + b] = this.together(a, b) + 1;
      }
    });
  }

  private together(a: number, b: number): number {
    return this.support[a * this.items + b] as number;
  }

  private holds(row: number, item: number): boolean {
    return (((this.bits[row * this.words + (item >>> 5)] as number) >>> (item & 31)) & 1) === 1;
  }

  /** Adds to `shared` how often each item stands in a record. */
  private tally(row: number, shared: Int32Array): void {
    for (let word = 0; word < this.words; word++) {
      for (let rest = this.bits[row * this.words + word] as number; rest !== 0; rest &= rest - 1) {
        const item = (word << 5) + 31 - clz32(rest & -rest);
        shared[item] = (shared[item] as number) + 1;
      }
    }
  }

  occurrences(): number {
    let sum = 0;
    for (let a = 0; a < this.items; a++) sum += this.together(a, a);
    return sum;
  }

  rareItem(k: number): number {
    for (let a = 0; a < this.items; a++) if (this.together(a, a) > 0 && this.together(a, a) < k) return a;
    return -1;
  }

  /** Removes `item` from every record that holds it and `other`. */
  remove(item: number, other: number): void {
    for (let row = 0; row < this.sets.length; row++) {
      if (!this.holds(row, item) || !this.holds(row, other)) continue;
      this.shared.fill(0);
      this.tally(row, this.shared);
      for (let b = 0; b < this.items; b++) {
        if (this.shared[b] === 0) continue;
        this.support[item * this.items + b] = this.together(item, b) - 1;
        if (b !== item) this.support[b * this.items + item] = this.together(b, item) - 1;
      }
      const at = row * this.words + (item >>> 5);
      this.bits[at] = (this.bits[at] as number) & ~(1 << (item & 31));
    }
  }

  /** One step of the greedy search; false when no pair is below k. */
  mendBestPair(k: number): boolean {
    const below: [number, number][] = [];
    for (let a = 0; a < this.items; a++) {
      for (let b = a + 1; b < this.items; b++)
        if (this.together(a, b) > 0 && this.together(a, b) < k) below.push([a, b]);
    }
    if (below.length > candidatesAtOnce) {
      below.sort(([a, b], [c, d]) => this.together(c, d) - this.together(a, b));
      below.length = candidatesAtOnce;
    }
    let best: [number, number] | undefined,
      most = -Infinity;
    for (const [a, b] of below) {
      this.shared.fill(0);
      for (let row = 0; row < this.sets.length; row++)
        if (this.holds(row, a) && this.holds(row, b)) this.tally(row, this.shared);
      for (const [item, other] of [
        [a, b],
        [b, a],
      ] as [number, number][]) {
        const gain = this.gain(item, k) / this.together(a, b);
        if (gain > most) [most, best] = [gain, [item, other]];
      }
    }
    if (best === undefined) return false;
    this.remove(...best);
    return true;
  }

  /**
   * Violating pair occurrences that vanish, less those that arise, when `item` leaves the records tallied in
   * `shared`.
   */
  private gain(item: number, k: number): number {
    const violating = (n: number): number => (n > 0 && n < k ? n : 0);
    const leaving = this.shared[item] as number,
      left = this.together(item, item) - leaving;
    let gain = -violating(left);
    for (let b = 0; b < this.items; b++) {
      const both = b === item ? 0 : (this.shared[b] as number);
      if (both > 0) gain += violating(this.together(item, b)) - violating(this.together(item, b) - both);
    }
    return gain;
  }

  result(): number[][] {
    return this.sets.map((set, row) =>
      [...new Set(set)].filter((item) => this.holds(row, item)).sort((a, b) => a - b),
    );
  }
}
