/** Uniform on [0, 1). Passed in: nothing here reaches for a source of randomness of its own. */
export type Random = () => number;

/**
 * A small deterministic generator for tests, benches and the demonstration; never for anything secret.
 * Source: sfc32 of PractRand (C. Doty-Humphrey, public domain), 128 bits of state, seeded by splitmix32
 * (constants: C. Wellons, hash-prospector, public domain). Units: uniform on [0, 1). Complexity: O(1) a draw.
 */
export const seededRandom = (seed: number): Random => {
  let s = seed | 0;
  const split = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let z = s ^ (s >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = split(),
    b = split(),
    c = split(),
    counter = 1;
  const next = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
};

/** One of several codes with given relative weights. */
export interface Weighted<T extends string> {
  readonly codes: readonly T[];
  readonly cumulative: Float64Array;
}

export const weighted = <T extends string>(
  shares: Readonly<Record<T, number>>,
  tilt?: (code: T) => number,
): Weighted<T> => {
  const codes = Object.keys(shares) as T[];
  const cumulative = new Float64Array(codes.length);
  let sum = 0;
  codes.forEach((code, i) => {
    sum += shares[code] * (tilt === undefined ? 1 : tilt(code));
    cumulative[i] = sum;
  });
  return { codes, cumulative };
};

export const pick = <T extends string>(from: Weighted<T>, random: Random): T => {
  const { codes, cumulative } = from;
  const last = codes.length - 1;
  const at = random() * (cumulative[last] as number);
  let i = 0;
  while (i < last && (cumulative[i] as number) <= at) i++;
  return codes[i] as T;
};

/** `count` different codes by weight, without replacement, in the order of the codes (so the order tells nothing). */
export const pickSeveral = <T extends string>(from: Weighted<T>, count: number, random: Random): T[] => {
  const wanted = Math.min(count, from.codes.length);
  const chosen = new Set<T>();
  for (let tries = 0; chosen.size < wanted && tries < 200; tries++) chosen.add(pick(from, random));
  return chosen.size === 0 ? [] : from.codes.filter((code) => chosen.has(code));
};

/**
 * Standard normal. Source: G. Box, M. Muller 1958, "A note on the generation of random normal deviates".
 * Complexity: O(1).
 */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * Poisson by multiplication of uniforms; for means below about 20. Source: D. Knuth, *The Art of Computer
 * Programming* 2, 3.4.1. Complexity: O(mean).
 */
export const poisson = (mean: number, random: Random): number => {
  const floor = Math.exp(-mean);
  let product = random(),
    count = 0;
  while (product > floor) {
    product *= random();
    count++;
  }
  return count;
};
