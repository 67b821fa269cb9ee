import type { LinkedCells } from '../cube/linked-cells.js';
import { linkTables } from '../cube/linked-cells.js';
import { derivableCells } from '../suppression/derivability.js';
import { effectiveSpread } from './effective-spread.js';
import { withinNoise } from './hidden-programme.js';
import { auditIntervals, type Interval } from './interval-audit.js';
import type { LinearSolver } from './linear-solver.js';
import { type ProtectedPattern, type TabulatedTable } from './published-tables.js';

export interface LatticeTerms {
  readonly threshold: number;
  /** D, the bound of the noise: an attacker is supposed to know it. */
  readonly maximum: number;
  /** Least part of the noise's standard deviation that must be left in every shown cell. */
  readonly leastSpread?: number;
}

export interface LatticeAudit {
  readonly holds: boolean;
  /** Primary cells that follow from the shown ones as if those were exact (rank test). */
  readonly derivable: readonly number[];
  /** Primary cells whose interval under bounded noise is too narrow. */
  readonly narrow: readonly Interval[];
  /** √h of the weakest shown cell, and the cells below the bar. */
  readonly weakest: number;
  readonly weak: readonly number[];
}

/** Six tenths of the noise's standard deviation must be left. */
const sixTenths = 0.6;

/**
 * The audit of everything a tier can ask at once, before a vintage opens: rank, noisy intervals, effective spread.
 *
 * `published` are the noisy values (NaN where hidden). Queries need no audit afterwards, for they show nothing else.
 * Source: this project's; Dinur and Nissim (2003) for why the closure and not the query is audited. Units: persons.
 * Errors: those of the three audits. Complexity: one elimination, one interval audit, one Cholesky factorisation.
 */
export const auditLattice = async (
  linked: LinkedCells,
  primary: readonly number[],
  published: Float64Array,
  { threshold, maximum, leastSpread = sixTenths }: LatticeTerms,
  solvers: readonly LinearSolver[],
): Promise<LatticeAudit> => {
  const hidden = Array.from(published, (value) => Number.isNaN(value));
  const isPrimary = new Set(primary);
  const derivable = derivableCells(linked, hidden).filter((cell) => isPrimary.has(cell));
  const { left, weakest } = effectiveSpread(linked, hidden);
  const weak = [...left.keys()].filter(
    (cell) => hidden[cell] !== true && (left[cell] as number) < leastSpread,
  );
  const knowledge = withinNoise(hidden, published, maximum, threshold);
  const { narrow } = await auditIntervals(
    linked,
    hidden,
    { protect: primary, threshold, knowledge },
    solvers,
  );
  return {
    holds: derivable.length === 0 && narrow.length === 0 && weak.length === 0,
    derivable,
    narrow,
    weakest,
    weak,
  };
};

export interface OpenedLattice {
  readonly linked: LinkedCells;
  readonly tables: readonly TabulatedTable[];
  readonly pattern: ProtectedPattern;
  readonly published: Float64Array;
  readonly audit: LatticeAudit;
  /** Names of tables that were left out because the whole would not have held with them. */
  readonly dropped: readonly string[];
}

/** The table in which most of the cells at fault stand; of equals the later one. */
const worstOf = (linked: LinkedCells, { derivable, narrow, weak }: LatticeAudit): number => {
  const faults = new Set([...derivable, ...narrow.map(({ cell }) => cell), ...weak]);
  let worst = 0,
    most = -1;
  linked.tables.forEach(({ cells }, at) => {
    const own = new Set(cells.filter((cell) => faults.has(cell))).size;
    if (own >= most) [worst, most] = [at, own];
  });
  return worst;
};

/**
 * Opens the largest lattice that holds: while the audit fails, the worst table is dropped and all is decided again.
 *
 * `decide` makes the pattern and the published values of some tables. `undefined` when not even one table holds.
 * Complexity: at most one audit a table.
 */
export const openLattice = async (
  tables: readonly TabulatedTable[],
  decide: (
    linked: LinkedCells,
    tables: readonly TabulatedTable[],
  ) => { pattern: ProtectedPattern; published: Float64Array },
  terms: LatticeTerms,
  solvers: readonly LinearSolver[],
): Promise<OpenedLattice | undefined> => {
  let kept = [...tables];
  const dropped: string[] = [];
  while (kept.length > 0) {
    const linked = linkTables(
      kept.map(({ name, cube }) => ({ name, hierarchies: cube.hierarchies, counts: cube.counts })),
    );
    const { pattern, published } = decide(linked, kept);
    const audit = await auditLattice(linked, pattern.primary, published, terms, solvers);
    if (audit.holds) return { linked, tables: kept, pattern, published, audit, dropped };
    const worst = worstOf(linked, audit);
    dropped.push((kept[worst] as TabulatedTable).name);
    kept = kept.filter((_, at) => at !== worst);
  }
  return undefined;
};
