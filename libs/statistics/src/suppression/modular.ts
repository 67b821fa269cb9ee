/**
 * Arithmetic modulo the largest prime below 2²⁶, so that a product of two residues is exact in a double.
 *
 * Working modulo a prime instead of in fractions keeps numbers short; it can only lose rank when the prime
 * divides a minor of the system, which tests over exact fractions would show. Source: J. Dixon 1982, "Exact
 * solution of linear equations using p-adic expansions", for working modulo one prime. Units: residues 0 …
 * prime − 1.
 */
export const prime = 67_108_859;

export const times = (a: number, b: number): number => (a === 1 ? b : b === 1 ? a : (a * b) % prime);

export const minus = (a: number, b: number): number => (a >= b ? a - b : a - b + prime);

export const residue = (whole: number): number => (whole < 0 ? (whole % prime) + prime : whole % prime);

/** a⁻¹ by the extended Euclidean algorithm. Error: RangeError for 0. Complexity: O(log prime). */
export const inverse = (a: number): number => {
  if (a === 1) return 1;
  if (a === 0) throw new RangeError('Zero has no inverse.');
  let low = a,
    high = prime,
    x = 1,
    y = 0;
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [high, low] = [low, high - quotient * low];
    [y, x] = [x, y - quotient * x];
  }
  return x < 0 ? x + prime : x;
};

/** A sparse vector of residues, coordinates ascending, no zeros. */
export interface Sparse {
  readonly at: Int32Array;
  readonly by: Float64Array;
}

/** vector − factor·other. Complexity: O(entries of both). */
export const subtracted = (vector: Sparse, factor: number, other: Sparse): Sparse => {
  const at = new Int32Array(vector.at.length + other.at.length),
    by = new Float64Array(at.length);
  let i = 0,
    j = 0,
    length = 0;
  while (i < vector.at.length || j < other.at.length) {
    const a = i < vector.at.length ? (vector.at[i] as number) : Infinity,
      b = j < other.at.length ? (other.at[j] as number) : Infinity;
    let value: number;
    if (a < b) value = vector.by[i++] as number;
    else if (b < a) value = minus(0, times(factor, other.by[j++] as number));
    else value = minus(vector.by[i++] as number, times(factor, other.by[j++] as number));
    if (value === 0) continue;
    at[length] = Math.min(a, b);
    by[length++] = value;
  }
  return { at: at.subarray(0, length), by: by.subarray(0, length) };
};

/** The entry at a coordinate, 0 where there is none. Complexity: O(log entries). */
export const entryAt = (vector: Sparse, coordinate: number): number => {
  let low = 0,
    high = vector.at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((vector.at[middle] as number) < coordinate) low = middle + 1;
    else high = middle;
  }
  return vector.at[low] === coordinate ? (vector.by[low] as number) : 0;
};

/** Whether two vectors that are not zero are multiples of one another. Complexity: O(entries). */
export const areParallel = (a: Sparse, b: Sparse): boolean => {
  if (a.at.length !== b.at.length || a.at.length === 0) return false;
  const factor = times(b.by[0] as number, inverse(a.by[0] as number));
  for (let i = 0; i < a.at.length; i++) {
    if (a.at[i] !== b.at[i] || times(a.by[i] as number, factor) !== b.by[i]) return false;
  }
  return true;
};
