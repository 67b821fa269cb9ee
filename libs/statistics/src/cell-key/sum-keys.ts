import type { KeyedDeviations } from '../p-table/published-formats.js';
import { deviationAt, type PerturbationTable, rowFor } from '../p-table/perturbation-table.js';

/**
 * The cell key of cellKey (R) and τ-ARGUS: the fractional part of the sum of uniform record keys.
 *
 * For comparison with their answers only: a sum is additive, so a parent's key gives a missing child's away.
 * Source: Meindl and Enderle (2019), "cellKey – consistent perturbation of statistical tables". Units: [0,
 * 1). Complexity: O(keys).
 */
export const fractionKey = (recordKeys: Iterable<number>): number => {
  let sum = 0;
  for (const key of recordKeys) sum += key;
  return sum - Math.floor(sum);
};

/** The perturbed count of cellKey (R): n plus the deviation at the cell key; zero stays zero. */
export const fractionPerturbed = (count: number, cellKey: number, table: PerturbationTable): number =>
  count + deviationAt(rowFor(table, count), cellKey);

/**
 * The cell key of the ONS: the sum of whole-number record keys modulo the number of keys (256). Complexity:
 * O(keys).
 */
export const moduloKey = (recordKeys: Iterable<number>, keys: number): number => {
  let sum = 0;
  for (const key of recordKeys) sum = (sum + key) % keys;
  return sum;
};

/** The row of the ONS table that serves a count: itself up to 750, above that 501..750 in turn. */
export const onsRow = (count: number): number => (count <= 750 ? count : ((count - 1) % 250) + 501);

/**
 * The ONS perturbed count, `undefined` below the threshold (10); zero stays zero before it is hidden.
 *
 * Source: what ONSdigital/cell-key-perturbation (MIT) documents; none of its code. Units: persons.
 * Complexity: O(1). Its shipped table is deterministic rounding to 5, so the key has no effect there.
 */
export const onsPerturbed = (
  count: number,
  cellKey: number,
  table: KeyedDeviations,
  threshold = 10,
): number | undefined => {
  const perturbed =
    count === 0 ? 0 : count + (table.deviations[onsRow(count) * table.keys + cellKey] as number);
  return perturbed < threshold ? undefined : perturbed;
};
