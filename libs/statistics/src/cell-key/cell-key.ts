import { deviationAt, type PerturbationRow } from '../p-table/perturbation-table.js';
import { type KeyedHash, uniformOf } from './keyed-hash.js';

/** What a cell's draw depends on: never where the cell stands, only who is in it, how many, and how fine it is. */
export interface KeyedCell {
  /** n, persons. */
  readonly count: number;
  /** Exclusive or of the record keys, upper and lower 32 bits. */
  readonly keyHigh: number;
  readonly keyLow: number;
  /** ℓ, the sum of the cell's levels over all hierarchies: 0 for the grand total. */
  readonly level: number;
}

/** The bytes that are hashed: "v1", x (8), n (4), ℓ (2), big endian. Complexity: O(1). */
export const cellMessage = (
  { count, keyHigh, keyLow, level }: KeyedCell,
  into = new Uint8Array(16),
): Uint8Array => {
  into[0] = 0x76;
  into[1] = 0x31;
  for (let byte = 0; byte < 4; byte++) {
    const shift = 24 - 8 * byte;
    into[2 + byte] = keyHigh >>> shift;
    into[6 + byte] = keyLow >>> shift;
    into[10 + byte] = count >>> shift;
  }
  into[14] = level >>> 8;
  into[15] = level;
  return into;
};

/**
 * The uniform draw of a cell: u = HMAC(K_cell, "v1" ‖ x ‖ n ‖ ℓ) as 53 bits.
 *
 * The same records always get the same draw, so asking again or asking by another name averages nothing away.
 * Unlike a sum of uniform record keys, a hash gives no way to steer or predict a cell from its parts, and the
 * level ℓ keeps a parent and its only child from sharing one draw, which would prove that nobody else is there.
 * Source: Fraser and Wooton (2006), "A proposed method for confidentialising tabular output to protect
 * against differencing"; Handbook on Statistical Disclosure Control, 2nd ed., 5.4;
 * the hash instead of a sum is this project's. Units: [0, 1). Complexity: one hash.
 */
export const cellUniform = (cell: KeyedCell, hash: KeyedHash): number => uniformOf(hash(cellMessage(cell)));

/** The deviation e of a cell under one row of a p-table. Error: none of its own. Complexity: O(D) and one hash. */
export const cellDeviation = (cell: KeyedCell, row: PerturbationRow, hash: KeyedHash): number =>
  deviationAt(row, cellUniform(cell, hash));

/**
 * What is published: n + e where both n and n + e reach the threshold, else `undefined` (written `lt`), zero included.
 *
 * Deciding on n alone would publish values below the threshold and so betray the sign of e.
 */
export const publishedCount = (count: number, deviation: number, threshold: number): number | undefined =>
  count >= threshold && count + deviation >= threshold ? count + deviation : undefined;
