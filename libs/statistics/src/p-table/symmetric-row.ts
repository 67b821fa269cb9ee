import type { PerturbationRow } from './perturbation-table.js';

const varianceAt = (lambda: number, maximum: number): number => {
  let weights = 1,
    squares = 0;
  for (let v = 1; v <= maximum; v++) {
    const weight = 2 * Math.exp(-lambda * v * v);
    weights += weight;
    squares += weight * v * v;
  }
  return squares / weights;
};

/**
 * The symmetric row in closed form: p_v ∝ exp(−λv²) on −D..D, with λ such that the variance is V.
 *
 * It is the maximum entropy distribution of that support, mean 0 and variance V, so ptable's optimiser
 * approaches it; λ is one root, found by bisection. λ is negative when V is above the variance of the uniform
 * distribution, D(D + 1)/3.
 * Source: Giessing (2016), "Computational issues in the design of transition probabilities", PSD 2016, for
 * the demands; the closed form follows from them. Units: persons. Error: RangeError when 0 < V < D² does not
 * hold. Complexity: O(D) a step, about 60 steps.
 */
export const symmetricRow = (maximum: number, variance: number, count: number): PerturbationRow => {
  if (!Number.isInteger(maximum) || maximum < 1)
    throw new RangeError(`The largest deviation is a whole number from 1 on, not ${maximum}.`);
  if (!(variance > 0 && variance < maximum * maximum))
    throw new RangeError(`No symmetric noise within ±${maximum} has variance ${variance}.`);
  let low = -50 / maximum,
    high = 50;
  for (let step = 0; step < 200 && high - low > 1e-15; step++) {
    const middle = (low + high) / 2;
    if (varianceAt(middle, maximum) > variance) low = middle;
    else high = middle;
  }
  const lambda = (low + high) / 2;
  const deviations = Array.from({ length: 2 * maximum + 1 }, (_, at) => at - maximum);
  // Subtracting the largest exponent keeps exp() finite where λ is negative.
  const shift = lambda < 0 ? -lambda * maximum * maximum : 0;
  const weights = deviations.map((v) => Math.exp(-lambda * v * v - shift));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { count, deviations, probabilities: weights.map((weight) => weight / total) };
};
