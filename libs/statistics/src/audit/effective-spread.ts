import type { Functional, LinkedCells } from '../cube/linked-cells.js';

/**
 * For each shown cell, how much of the noise's standard deviation is left against the best linear attacker; 0
 * where hidden.
 */
export interface EffectiveSpread {
  /** √h: the effective standard deviation is this times √V. */
  readonly left: Float64Array;
  readonly weakest: number;
  readonly weakestCell: number;
}

const largestSystem = 10_000;

/** A row of the factor without its zeros, its last entry on the diagonal. */
interface FactorRow {
  readonly at: Int32Array;
  readonly by: Float64Array;
}

/** L⁻¹ of a vector, by forward substitution row by row; returns the sum of squares. `values` is overwritten. */
const substituted = (factor: readonly FactorRow[], values: Float64Array): number => {
  let squares = 0;
  for (let k = 0; k < factor.length; k++) {
    const { at, by } = factor[k] as FactorRow,
      last = at.length - 1;
    let value = values[k] as number;
    for (let i = 0; i < last; i++) value -= (by[i] as number) * (values[at[i] as number] as number);
    value /= by[last] as number;
    values[k] = value;
    squares += value * value;
  }
  return squares;
};

/**
 * What averaging over all synonyms of a cell leaves of its noise.
 *
 * Shown cells are y = F·z + e with independent noise of equal variance V and an unknown table z; the best
 * linear unbiased estimate of a cell has variance V·h, h = f(FᵀF)⁻fᵀ, its leverage (Gauss and Markov).
 * Independence is the attacker's best case: cells of the same records at one level share a draw. Cholesky row
 * by row without the zeros, coordinates that touch fewest others first; a coordinate that depends on those
 * before it is left out, which is a generalised inverse. `times` counts how often each shown cell was
 * published with noise of its own (ledger); once unless said.
 * Source: the leverage of least squares (D. Hoaglin, R. Welsch 1978, "The hat matrix in regression and ANOVA").
 * Errors: RangeError beyond 10,000 coordinates: audit groups of tables instead.
 * Complexity: O((coordinates + shown) · entries of the factor), memory O(entries of the factor). Units: none (a ratio).
 */
export const effectiveSpread = (
  linked: LinkedCells,
  hidden: readonly boolean[],
  times: ArrayLike<number> | undefined = undefined,
): EffectiveSpread => {
  const shown = [...linked.names.keys()].filter((cell) => hidden[cell] !== true);
  const gram = gramOf(linked, shown, times);
  const { factor, place } = factorOf(gram);
  const left = new Float64Array(linked.names.length),
    values = new Float64Array(factor.length);
  let weakest = Infinity,
    weakestCell = -1;
  for (const cell of shown) {
    const { at, by } = linked.functionals[cell] as Functional;
    values.fill(0);
    at.forEach((coordinate, i) => {
      const position = place.get(coordinate);
      if (position !== undefined) values[position] = by[i] as number;
    });
    left[cell] = Math.sqrt(Math.min(1, substituted(factor, values)));
    if ((left[cell] as number) < weakest) [weakest, weakestCell] = [left[cell] as number, cell];
  }
  return { left, weakest, weakestCell };
};

/** FᵀF, sparse, by coordinate. */
const gramOf = (
  linked: LinkedCells,
  shown: readonly number[],
  times: ArrayLike<number> | undefined,
): Map<number, Map<number, number>> => {
  const gram = new Map<number, Map<number, number>>();
  for (const cell of shown) {
    const { at, by } = linked.functionals[cell] as Functional,
      weight = times?.[cell] ?? 1;
    at.forEach((coordinate, a) => {
      let row = gram.get(coordinate);
      if (row === undefined) gram.set(coordinate, (row = new Map()));
      const factor = weight * (by[a] as number);
      for (let b = 0; b < at.length; b++)
        row.set(at[b] as number, (row.get(at[b] as number) ?? 0) + factor * (by[b] as number));
    });
  }
  if (gram.size > largestSystem)
    throw new RangeError(
      `The lattice has ${gram.size} coordinates, more than ${largestSystem}: audit groups of its tables.`,
    );
  return gram;
};

const factorOf = (
  gram: ReadonlyMap<number, ReadonlyMap<number, number>>,
): { factor: readonly FactorRow[]; place: ReadonlyMap<number, number> } => {
  const factor: FactorRow[] = [],
    place = new Map<number, number>(),
    values = new Float64Array(gram.size);
  let largest = 1;
  for (const [coordinate, row] of gram) largest = Math.max(largest, row.get(coordinate) as number);
  const order = [...gram].sort(([, a], [, b]) => a.size - b.size);
  for (const [coordinate, row] of order) {
    values.fill(0, 0, factor.length);
    for (const [other, entry] of row) {
      const position = place.get(other);
      if (position !== undefined) values[position] = entry;
    }
    const rest = (row.get(coordinate) as number) - substituted(factor, values);
    if (rest <= 1e-9 * largest) continue;
    const at: number[] = [],
      by: number[] = [];
    for (let k = 0; k < factor.length; k++) {
      if (Math.abs(values[k] as number) < 1e-14) continue;
      at.push(k);
      by.push(values[k] as number);
    }
    place.set(coordinate, factor.length);
    factor.push({
      at: Int32Array.from([...at, factor.length]),
      by: Float64Array.from([...by, Math.sqrt(rest)]),
    });
  }
  return { factor, place };
};
