/** What the statistics engine shows of itself; no code of its own. */
export * from './base/index.js';
export {
  cellDeviation,
  cellMessage,
  cellUniform,
  publishedCount,
  type KeyedCell,
} from './cell-key/cell-key.js';
export { uniformOf, type KeyedHash } from './cell-key/keyed-hash.js';
export { fractionKey, fractionPerturbed, moduloKey, onsPerturbed, onsRow } from './cell-key/sum-keys.js';
export { maximumEntropyRow, maximumEntropyTable, type RowDemands } from './p-table/maximum-entropy.js';
export {
  brokenInvariants,
  deviationAt,
  momentsOf,
  rowFor,
  type PerturbationParameters,
  type PerturbationRow,
  type PerturbationTable,
  type RowMoments,
} from './p-table/perturbation-table.js';
export {
  readOnsCsv,
  readPtableCsv,
  readTauArgus,
  type KeyedDeviations,
} from './p-table/published-formats.js';
export { symmetricRow } from './p-table/symmetric-row.js';
export * from './records/index.js';
export {
  contributionsOf,
  cubeOf,
  levelAt,
  nodesAt,
  placeOf,
  type Contributions,
  type Cube,
} from './cube/cube.js';
export { type Column, type RecordKeys } from './cube/counting.js';
export {
  childrenOf,
  coarsened,
  codeTree,
  totalCode,
  type Branch,
  type CodeTree,
  type Dimension,
} from './cube/code-tree.js';
export {
  linkTables,
  type CountedTable,
  type Functional,
  type LinkedCells,
  type Sum,
} from './cube/linked-cells.js';
export { derivableCells } from './suppression/derivability.js';
export { knownSpan, type KnownSpan, type Protection, type Telling } from './suppression/known-span.js';
export { publicationOrder, releaseJitter } from './suppression/order.js';
export { suppress, type Suppression, type SuppressionDemands } from './suppression/secondary.js';
export {
  exactly,
  exactlyWithZeros,
  hiddenProgramme,
  together,
  withinNoise,
  type HiddenProgramme,
  type Knowledge,
} from './audit/hidden-programme.js';
export {
  auditIntervals,
  type Interval,
  type IntervalAudit,
  type IntervalDemands,
} from './audit/interval-audit.js';
export {
  rowCollector,
  type LinearProgramme,
  type LinearRows,
  type LinearSolution,
  type LinearSolver,
  type OpenProgramme,
} from './audit/linear-solver.js';
export { exactTables, type ExactTables } from './audit/exact-tables.js';
export { repairIntervals, type Repair } from './audit/repair.js';
export { presets, type Preset } from './primary/presets.js';
export { checkThreshold, profiles, type Profile } from './primary/profiles.js';
export {
  belowThreshold,
  complementSmall,
  dominanceTerms,
  dominated,
  isDominatedNk,
  isSparse,
  isWithinP,
  type DominanceTerms,
  type ZeroRule,
} from './primary/rules.js';
export { drbRounded, roundedTo } from './rounding/deterministic.js';
export { randomlyRounded } from './rounding/random-rounding.js';
export {
  roundSmallCounts,
  type PublishedCell,
  type SmallCountRounding,
} from './rounding/small-count-rounding.js';
export { effectiveSpread, type EffectiveSpread } from './audit/effective-spread.js';
export { declaredSlice, type DeclaredSlice } from './audit/declared-slice.js';
export {
  auditLattice,
  openLattice,
  type LatticeAudit,
  type LatticeTerms,
  type OpenedLattice,
} from './audit/lattice-audit.js';
export { overlappingPeriods, pooledSets, type PooledPeriod } from './ledger/pooled-periods.js';
export { auditUnion, type KnownRelease, type UnionAudit } from './ledger/union-audit.js';
export { offersThatPass, type Offer, type Refusal } from './ledger/refusal.js';
export { revised, type Revision } from './ledger/vintages.js';
export {
  exactValues,
  perturbed,
  protectedPattern,
  type PatternTerms,
  type ProtectedPattern,
  type PublishedTables,
  type TabulatedTable,
} from './audit/published-tables.js';
