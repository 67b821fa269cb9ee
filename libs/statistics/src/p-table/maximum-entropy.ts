import { type Atom, exponentialFamily } from './exponential-family.js';
import type { PerturbationParameters, PerturbationRow, PerturbationTable } from './perturbation-table.js';
import { symmetricRow } from './symmetric-row.js';

export interface RowDemands {
  /** The probability of leaving a count as it is, at least. */
  readonly stay?: number;
  /** Probabilities rise towards no deviation from below (ptable's `mono`). */
  readonly rising?: boolean;
}

const spread = (
  deviations: readonly number[],
  pools: readonly number[][],
  variance: number,
  stay: number | undefined,
): number[] => {
  const fixed = stay === undefined ? -1 : deviations.indexOf(0);
  const free = 1 - (fixed < 0 ? 0 : (stay as number));
  const open = pools.filter((pool) => !pool.includes(fixed));
  const atoms: Atom[] = open.map((pool) => {
    const values = pool.map((at) => deviations[at] as number);
    return {
      members: pool.length,
      mean: values.reduce((sum, v) => sum + v, 0) / pool.length,
      square: values.reduce((sum, v) => sum + v * v, 0) / pool.length,
    };
  });
  // V is an upper bound in the published method: where entropy alone has less variance, that is kept.
  const unbound = exponentialFamily(atoms, 0, undefined);
  const second =
    free *
    unbound.reduce((sum, p, at) => sum + p * (atoms[at] as Atom).members * (atoms[at] as Atom).square, 0);
  const shares = second <= variance ? unbound : exponentialFamily(atoms, 0, variance / free);
  const probabilities = deviations.map(() => 0);
  open.forEach((pool, at) => {
    for (const member of pool) probabilities[member] = free * (shares[at] as number);
  });
  if (fixed >= 0) probabilities[fixed] = stay as number;
  return probabilities;
};

const firstFall = (pools: readonly number[][], probabilities: readonly number[], zeroAt: number): number =>
  pools.findIndex((pool, at) => {
    const next = pools[at + 1];
    return (
      next !== undefined &&
      (next[0] as number) <= zeroAt &&
      (probabilities[pool[0] as number] as number) > (probabilities[next[0] as number] as number) + 1e-12
    );
  });

/**
 * One row by maximum entropy: Σp = 1, Σp·v = 0, Σp·v² ≤ V, the perturbed count never negative nor in 1..js.
 *
 * The maximiser is an exponential family in v and v² (so no general optimiser is needed); a floor on staying fixes that
 * probability and spreads the rest; the rising demand pools neighbours that would fall, as isotonic regression does.
 * Source: Giessing (2016), PSD; Enderle, Giessing, Tent (2018), "Designing confidentiality on the fly
 * methodology". Units: persons.
 * Error: RangeError when V is too small for the support. Complexity: O(D) a Newton step, at most D pools.
 */
export const maximumEntropyRow = (
  count: number,
  parameters: PerturbationParameters,
  demands: RowDemands = {},
): PerturbationRow => {
  const { maximum, variance, smallest } = parameters;
  const deviations: number[] = [];
  for (let v = -maximum; v <= maximum; v++) {
    const perturbed = count + v;
    if (perturbed === 0 || perturbed > smallest) deviations.push(v);
  }
  const zeroAt = deviations.indexOf(0);
  let pools = deviations.map((_, at) => [at]);
  let probabilities = spread(deviations, pools, variance, undefined);
  for (
    let fall = demands.rising === true ? firstFall(pools, probabilities, zeroAt) : -1;
    fall >= 0;
    fall = firstFall(pools, probabilities, zeroAt)
  ) {
    pools = pools.flatMap((pool, at) =>
      at === fall ? [[...pool, ...(pools[at + 1] as number[])]] : at === fall + 1 ? [] : [pool],
    );
    probabilities = spread(deviations, pools, variance, undefined);
  }
  if (demands.stay !== undefined && zeroAt >= 0 && (probabilities[zeroAt] as number) < demands.stay) {
    probabilities = spread(
      deviations,
      deviations.map((_, at) => [at]),
      variance,
      demands.stay,
    );
    if (demands.rising === true) probabilities = risingBelow(deviations, variance, demands.stay, zeroAt);
  }
  return { count, deviations, probabilities };
};

const risingBelow = (
  deviations: readonly number[],
  variance: number,
  stay: number,
  zeroAt: number,
): number[] => {
  let pools = deviations.map((_, at) => [at]);
  let probabilities = spread(deviations, pools, variance, stay);
  for (;;) {
    const fall = firstFall(pools, probabilities, zeroAt - 1);
    if (fall < 0) return probabilities;
    pools = pools.flatMap((pool, at) =>
      at === fall ? [[...pool, ...(pools[at + 1] as number[])]] : at === fall + 1 ? [] : [pool],
    );
    probabilities = spread(deviations, pools, variance, stay);
  }
};

/**
 * A whole p-table: zero stays zero, counts up to D + js by maximum entropy, the last row by its closed form
 * where nothing is demanded.
 *
 * Error: RangeError as `maximumEntropyRow`. Complexity: O(D²) Newton steps in all.
 */
export const maximumEntropyTable = (
  parameters: PerturbationParameters,
  demands: RowDemands = {},
): PerturbationTable => {
  const { maximum, variance, smallest } = parameters;
  const rows: PerturbationRow[] = [{ count: 0, deviations: [0], probabilities: [1] }];
  // The first count from which nothing is blocked: with js > 0 the perturbed count js itself is.
  const last = smallest === 0 ? maximum : maximum + smallest + 1;
  for (let count = 1; count < last; count++) rows.push(maximumEntropyRow(count, parameters, demands));
  const plain = demands.stay === undefined && variance < (maximum * (maximum + 1)) / 3;
  rows.push(plain ? symmetricRow(maximum, variance, last) : maximumEntropyRow(last, parameters, demands));
  return { maximum, rows };
};
