import type { Random } from '../base/draw.js';
import { cellDeviation, publishedCount } from '../cell-key/cell-key.js';
import type { KeyedHash } from '../cell-key/keyed-hash.js';
import { type Contributions, type Cube, levelAt } from '../cube/cube.js';
import type { LinkedCells } from '../cube/linked-cells.js';
import type { PerturbationRow } from '../p-table/perturbation-table.js';
import {
  belowThreshold,
  complementSmall,
  dominated,
  type DominanceTerms,
  dominanceTerms,
  type ZeroRule,
} from '../primary/rules.js';
import { checkThreshold } from '../primary/profiles.js';
import { releaseJitter } from '../suppression/order.js';
import { suppress, type Suppression } from '../suppression/secondary.js';

/** A table as counted: its cube and, where the dominance rule applies, who brought how much of each cell. */
export interface TabulatedTable {
  readonly name: string;
  readonly cube: Cube;
  readonly contributions?: Contributions;
}

export interface PatternTerms {
  readonly threshold: number;
  /** Zeros are small where noise is added (they are published as not shown); shown where values are exact. */
  readonly zeros: ZeroRule;
  readonly dominance?: DominanceTerms;
  /** Cell → the cell that holds its N for the complement rule, −1 for none; no complement rule without it. */
  readonly groups?: ArrayLike<number>;
  /** Cells that cannot be other than zero by the codebook: shown, and known to everybody. */
  readonly structuralZeros?: ReadonlySet<number>;
  /** `releaseJitter` unless said. */
  readonly jitter?: number;
  /** Seeded secretly, and differently for every release. */
  readonly random: Random;
}

export interface ProtectedPattern extends Suppression {
  readonly primary: readonly number[];
}

/**
 * The pattern of hidden cells over a whole lattice, decided before any noise: primary rules, then secondary
 * suppression.
 *
 * Cells that one contributor knows alone (singletons, sole contributors) take part in the singleton rule.
 * Source: Handbook on Statistical Disclosure Control, 2nd ed., 4.2.1 (sensitive cells), 4.3.1 (linked
 * tables), 4.3.2 (singletons). Units: persons. Complexity: that of `suppress`.
 */
export const protectedPattern = (
  linked: LinkedCells,
  tables: readonly TabulatedTable[],
  terms: PatternTerms,
): ProtectedPattern => {
  const { threshold, zeros, dominance = dominanceTerms, groups, structuralZeros } = terms;
  const primary = new Set(belowThreshold(linked.counts, threshold, zeros));
  const known = new Set<number>();
  linked.counts.forEach((count, cell) => {
    if (count === 1) known.add(cell);
  });
  tables.forEach(({ contributions }, at) => {
    if (contributions === undefined) return;
    const cells = linked.tables[at]?.cells as Int32Array;
    for (const place of dominated(
      (tables[at] as TabulatedTable).cube.counts,
      contributions.largest,
      contributions.contributors,
      dominance,
    ))
      primary.add(cells[place] as number);
    contributions.contributors.forEach((contributors, place) => {
      if (contributors === 1) known.add(cells[place] as number);
    });
  });
  if (groups !== undefined)
    for (const cell of complementSmall(linked.counts, groups, threshold)) primary.add(cell);
  for (const cell of structuralZeros ?? []) primary.delete(cell);
  const cells = [...primary].sort((a, b) => a - b);
  const told = [...(structuralZeros ?? [])].map(
    (cell) => linked.functionals[cell] as LinkedCells['functionals'][number],
  );
  const pattern = suppress(linked, {
    primary: cells,
    singletons: cells.filter((cell) => known.has(cell)),
    threshold,
    told,
    jitter: terms.jitter ?? releaseJitter,
    random: terms.random,
  });
  return { ...pattern, primary: cells };
};

/** Per linked cell what is published; NaN where nothing is. */
export type PublishedTables = Float64Array;

/**
 * The true values of the cells that a decision shows. Error: RangeError for a threshold below the floor.
 * Complexity: O(cells).
 */
export const exactValues = (
  linked: LinkedCells,
  hidden: readonly boolean[],
  threshold: number,
): PublishedTables => {
  checkThreshold(threshold);
  return linked.counts.map((count, cell) => (hidden[cell] === true ? Number.NaN : count));
};

/**
 * The perturbed values of a pattern: n + e with e by cell key, hidden where the pattern or the threshold says so.
 * Source: Fraser and Wooton (2006), as in `cell-key.ts`; the pattern before the noise is this project's.
 *
 * A cell that stands in several tables is drawn once, at the level it has in the first. Errors: RangeError for a cube
 * without record keys, and for a threshold below the floor. Complexity: one hash a shown cell.
 */
export const perturbed = (
  linked: LinkedCells,
  tables: readonly TabulatedTable[],
  hidden: readonly boolean[],
  threshold: number,
  row: PerturbationRow,
  hash: KeyedHash,
): PublishedTables => {
  checkThreshold(threshold);
  const values = new Float64Array(linked.names.length).fill(Number.NaN),
    done = new Uint8Array(linked.names.length);
  tables.forEach(({ name, cube }, at) => {
    const { keyHigh, keyLow } = cube;
    if (keyHigh === undefined || keyLow === undefined)
      throw new RangeError(`Table ${name} was counted without record keys.`);
    linked.tables[at]?.cells.forEach((cell, place) => {
      if (done[cell] === 1 || hidden[cell] === true) return;
      done[cell] = 1;
      const count = cube.counts[place] as number;
      const deviation = cellDeviation(
        {
          count,
          keyHigh: keyHigh[place] as number,
          keyLow: keyLow[place] as number,
          level: levelAt(cube, place),
        },
        row,
        hash,
      );
      values[cell] = publishedCount(count, deviation, threshold) ?? Number.NaN;
    });
  });
  return values;
};
