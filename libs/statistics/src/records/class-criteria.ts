// Bound once: in a vm context, as under Jest, each look-up of a global inside a loop costs more than the loop.
const { abs, log } = Math;

/**
 * What a class must satisfy beyond its size. `counts[from … from + width)` is the histogram of one sensitive
 * attribute in the class, `total` its records. Units: records. Complexity of each: O(values).
 */
export interface ClassCriterion {
  readonly name: string;
  readonly sensitive: string;
  readonly holds: (counts: Int32Array, from: number, width: number, total: number) => boolean;
}

/** At least `l` different sensitive values. Source: Machanavajjhala et al. 2007, "l-diversity", distinct variant. */
export const distinctValues = (sensitive: string, l: number): ClassCriterion => ({
  name: `distinct ≥ ${l}`,
  sensitive,
  holds: (counts, from, width) => {
    let distinct = 0;
    for (let i = from; i < from + width; i++) if ((counts[i] as number) > 0) distinct++;
    return distinct >= l;
  },
});

/**
 * No sensitive value holds more than `share` of the class: nobody in it is certain. Source: (α, k)-anonymity,
 * Wong et al. 2006.
 */
export const largestShare = (sensitive: string, share: number): ClassCriterion => ({
  name: `largest share ≤ ${share}`,
  sensitive,
  holds: (counts, from, width, total) => {
    for (let i = from; i < from + width; i++) if ((counts[i] as number) > share * total) return false;
    return true;
  },
});

/**
 * Entropy of the sensitive values at least log(l). Source: Machanavajjhala et al. 2007, entropy l-diversity
 * (Shannon).
 */
export const entropyDiversity = (sensitive: string, l: number): ClassCriterion => ({
  name: `entropy l = ${l}`,
  sensitive,
  holds: (counts, from, width, total) => {
    let sum = 0;
    for (let i = from; i < from + width; i++) {
      const n = counts[i] as number;
      if (n > 0) sum += n * log(n);
    }
    return sum <= total * (log(total) - log(l));
  },
});

/**
 * Distance of a class from the whole with equal ground distance: half the sum of absolute differences, 0 … 1.
 * Source: Li, Li, Venkatasubramanian 2007, "t-closeness", equal ground distance.
 */
export const equalDistance = (
  counts: Int32Array,
  from: number,
  width: number,
  total: number,
  whole: readonly number[],
): number => {
  let sum = 0;
  for (let i = 0; i < width; i++) sum += abs((counts[from + i] as number) / total - (whole[i] as number));
  return sum / 2;
};

/** Earth mover's distance where values are ordered as the codes are, 0 … 1. Source: the same, ordered distance. */
export const orderedDistance = (
  counts: Int32Array,
  from: number,
  width: number,
  total: number,
  whole: readonly number[],
): number => {
  let sum = 0,
    carried = 0;
  for (let i = 0; i < width; i++) {
    carried += (counts[from + i] as number) / total - (whole[i] as number);
    sum += abs(carried);
  }
  return width < 2 ? 0 : sum / (width - 1);
};

/** t-closeness with either distance; `whole` are the shares of the sensitive values over all records. */
export const closeness = (
  sensitive: string,
  t: number,
  whole: readonly number[],
  distance: typeof equalDistance,
): ClassCriterion => ({
  name: `t ≤ ${t}`,
  sensitive,
  holds: (counts, from, width, total) => distance(counts, from, width, total, whole) <= t,
});
