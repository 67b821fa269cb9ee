import { effectiveSpread } from '../audit/effective-spread.js';
import { exactly, type Knowledge, together, withinNoise } from '../audit/hidden-programme.js';
import { auditIntervals, type Interval } from '../audit/interval-audit.js';
import type { LinearSolver } from '../audit/linear-solver.js';
import type { LinkedCells } from '../cube/linked-cells.js';
import { derivableCells } from '../suppression/derivability.js';
import { overlappingPeriods, type PooledPeriod } from './pooled-periods.js';

/** What one release tells of the cells of a period: NaN where it shows nothing. An outside release is one too. */
export interface KnownRelease {
  readonly name: string;
  readonly values: Float64Array;
  /** D of its noise; `undefined` where its values are exact. */
  readonly maximum: number | undefined;
  /** Its threshold: whoever sees a noisy cell shown knows that its true count reaches it; 0 unless said. */
  readonly threshold?: number;
  /** Releases with one draw a cell show the same noise again; another secret or method draws other noise. */
  readonly draw: string;
  /** The periods of a file of records, where the release is one; its cells may all be NaN. */
  readonly pooled?: readonly PooledPeriod[];
}

export interface UnionAudit {
  readonly holds: boolean;
  readonly derivable: readonly number[];
  readonly narrow: readonly Interval[];
  /** The weakest effective spread over cells that only noisy releases show; 1 where there is none. */
  readonly weakest: number;
  /** Cells that two releases give exact and different values, or noisy ones too far apart: the registers disagree. */
  readonly contradictions: readonly number[];
  /** Pairs of releases whose record files pool years in common without being the same: the union is refused. */
  readonly overlapping: readonly (readonly [string, string])[];
}

/**
 * The audit of a draft together with everything already published of its period: one linear system.
 *
 * All releases stand on the cells of `linked` (tables of all of them, linked). A cell is as well known as the
 * best of them knows it. What is exactly derivable, how narrow hidden cells are, and what is left of the
 * noise are judged on the union.
 * Two files of records that pool years in common are refused unless they are the same (see `overlappingPeriods`).
 * Source: this project's; Dinur and Nissim (2003) for why the closure and not the query is audited.
 * Units: persons. Errors: those of the audits. Complexity: one elimination, one interval audit, one factorisation.
 */
export const auditUnion = async (
  linked: LinkedCells,
  releases: readonly KnownRelease[],
  protect: readonly number[],
  threshold: number,
  solvers: readonly LinearSolver[],
  leastSpread = 0.6,
): Promise<UnionAudit> => {
  const overlapping = releases.flatMap((own, at) =>
    releases
      .slice(0, at)
      .filter((before) => overlappingPeriods(before.pooled ?? [], own.pooled ?? []).length > 0)
      .map((before) => [before.name, own.name] as const),
  );
  const silent = (values: Float64Array): boolean[] => Array.from(values, (value) => Number.isNaN(value));
  const each = releases.map(({ values, maximum, threshold: own }): Knowledge =>
    maximum === undefined
      ? exactly(silent(values), values)
      : withinNoise(silent(values), values, maximum, own),
  );
  const knowledge = together(each);
  const cells = [...linked.names.keys()];
  const contradictions = cells.filter((cell) => {
    const [from, to] = knowledge(cell);
    return from > to;
  });
  if (contradictions.length > 0)
    return { holds: false, derivable: [], narrow: [], weakest: 0, contradictions, overlapping };
  const isExact = cells.map((cell) => {
    const [from, to] = knowledge(cell);
    return from === to;
  });
  const isSilent = cells.map((cell) => releases.every(({ values }) => Number.isNaN(values[cell])));
  const guarded = new Set(protect);
  const exactDerivable = derivableCells(
    linked,
    isExact.map((is) => !is),
  ).filter((cell) => guarded.has(cell));
  // As if every shown cell were exact: noise must not be all that stands between a hidden cell and its value.
  const derivable = [
    ...new Set([
      ...exactDerivable,
      ...derivableCells(linked, isSilent).filter((cell) => guarded.has(cell)),
      ...protect.filter((cell) => !(isSilent[cell] as boolean)),
    ]),
  ].sort((a, b) => a - b);
  const hiddenOnes = protect.filter((cell) => isSilent[cell] === true);
  const { narrow } = await auditIntervals(
    linked,
    isSilent,
    { protect: hiddenOnes, threshold, knowledge },
    solvers,
  );
  const weakest = weakestSpread(linked, releases, isSilent, isExact);
  const holds =
    derivable.length === 0 && narrow.length === 0 && weakest >= leastSpread && overlapping.length === 0;
  return { holds, derivable, narrow, weakest, contradictions, overlapping };
};

/** The least that is left of the noise of a cell that is known by noise alone; 1 where there is none. */
const weakestSpread = (
  linked: LinkedCells,
  releases: readonly KnownRelease[],
  isSilent: readonly boolean[],
  isExact: readonly boolean[],
): number => {
  const draws = isExact.map(
    (_, cell) =>
      new Set(
        releases
          .filter(({ values, maximum }) => maximum !== undefined && !Number.isNaN(values[cell]))
          .map(({ draw }) => draw),
      ).size,
  );
  // Exact cells are far more certain than any noise: weigh them so.
  const anyNoise = draws.some((count, cell) => count > 0 && isExact[cell] !== true);
  const { left } = anyNoise
    ? effectiveSpread(
        linked,
        isSilent,
        draws.map((count, cell) => (isExact[cell] === true ? 1e4 : count)),
      )
    : { left: new Float64Array(0) };
  let weakest = 1;
  left.forEach((spread, cell) => {
    if ((draws[cell] as number) > 0 && isExact[cell] !== true) weakest = Math.min(weakest, spread);
  });
  return weakest;
};
