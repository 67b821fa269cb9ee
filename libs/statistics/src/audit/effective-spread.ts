import type { LinkedCells } from '../cube/linked-cells.js';

/** For each shown cell, how much of the noise's standard deviation is left against the best linear attacker; 0 where hidden. */
export interface EffectiveSpread {
  /** √h: the effective standard deviation is this times √V. */
  readonly left: Float64Array;
  readonly weakest: number;
  readonly weakestCell: number;
}

const largestSystem = 4_000;

/**
 * What averaging over all synonyms of a cell leaves of its noise.
 *
 * Shown cells are y = F·z + e with independent noise of equal variance V and an unknown table z; the best linear unbiased
 * estimate of a cell has variance V·h, h = f(FᵀF)⁻fᵀ, its leverage (Gauss and Markov). Independence is the attacker's best
 * case: cells of the same records at one level share a draw. Cholesky with diagonal pivoting, rank found by tolerance.
 * `times` counts how often each shown cell was published with noise of its own (ledger); once unless said.
 * Errors: RangeError beyond 4,000 coordinates: audit groups of tables instead.
 * Complexity: O(coordinates³/6 + shown · coordinates²/2), memory O(coordinates²). Units: none (a ratio).
 */
export const effectiveSpread = (linked: LinkedCells, hidden: readonly boolean[], times: ArrayLike<number> | undefined = undefined): EffectiveSpread => {
  const shown = [...linked.names.keys()].filter((cell) => hidden[cell] !== true);
  const numberOf = new Map<number, number>();
  for (const cell of shown) for (const at of linked.functionals[cell]?.at ?? []) if (!numberOf.has(at)) numberOf.set(at, numberOf.size);
  const size = numberOf.size;
  if (size > largestSystem) throw new RangeError(`The lattice has ${size} coordinates, more than ${largestSystem}: audit groups of its tables.`);
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const rows = shown.map((cell) => {
    const { at, by } = linked.functionals[cell] as { at: Int32Array; by: Int32Array };
    return { at: Int32Array.from(at, (coordinate) => numberOf.get(coordinate) as number), by };
  });
  rows.forEach(({ at, by }, i) => {
    const weight = times?.[shown[i] as number] ?? 1;
    for (let a = 0; a < at.length; a++) {
      const row = gram[at[a] as number] as Float64Array, factor = weight * (by[a] as number);
      for (let b = 0; b < at.length; b++) row[at[b] as number] = (row[at[b] as number] as number) + factor * (by[b] as number);
    }
  });
  const { factors, order, rank } = pivotedCholesky(gram);
  const left = new Float64Array(linked.names.length);
  let weakest = Infinity, weakestCell = -1;
  const solution = new Float64Array(rank), place = new Int32Array(size);
  order.forEach((coordinate, at) => { place[coordinate] = at; });
  rows.forEach(({ at, by }, i) => {
    solution.fill(0);
    let from = rank;
    at.forEach((coordinate, a) => {
      const position = place[coordinate] as number;
      if (position >= rank) return;
      solution[position] = by[a] as number;
      from = Math.min(from, position);
    });
    // Forward substitution from the first entry on: everything before it is zero.
    let leverage = 0;
    for (let k = from; k < rank; k++) {
      const row = factors[order[k] as number] as Float64Array;
      let value = solution[k] as number;
      for (let j = from; j < k; j++) value -= (row[j] as number) * (solution[j] as number);
      value /= row[k] as number;
      solution[k] = value;
      leverage += value * value;
    }
    const cell = shown[i] as number;
    left[cell] = Math.sqrt(Math.min(1, leverage));
    if ((left[cell] as number) < weakest) [weakest, weakestCell] = [left[cell] as number, cell];
  });
  return { left, weakest, weakestCell };
};

/** Lower triangular factors by coordinate: `factors[order[k]]` is row k. Left-looking, so half the work of updating in place. */
const pivotedCholesky = (gram: readonly Float64Array[]): { factors: readonly Float64Array[]; order: Int32Array; rank: number } => {
  const size = gram.length, order = Int32Array.from(gram.keys());
  const diagonal = Float64Array.from(gram, (row, at) => row[at] as number);
  const tolerance = 1e-9 * diagonal.reduce((largest, value) => Math.max(largest, value), 1);
  const factors = gram.map(() => new Float64Array(size));
  for (let rank = 0; rank < size; rank++) {
    let best = rank;
    for (let at = rank + 1; at < size; at++) if ((diagonal[order[at] as number] as number) > (diagonal[order[best] as number] as number)) best = at;
    const pivot = order[best] as number, value = diagonal[pivot] as number;
    if (value <= tolerance) return { factors, order, rank };
    order[best] = order[rank] as number;
    order[rank] = pivot;
    const root = Math.sqrt(value), own = factors[pivot] as Float64Array, column = gram[pivot] as Float64Array;
    own[rank] = root;
    for (let at = rank + 1; at < size; at++) {
      const other = order[at] as number, factor = factors[other] as Float64Array;
      let entry = column[other] as number;
      for (let j = 0; j < rank; j++) entry -= (factor[j] as number) * (own[j] as number);
      entry /= root;
      factor[rank] = entry;
      diagonal[other] = (diagonal[other] as number) - entry * entry;
    }
  }
  return { factors, order, rank: size };
};
