/** What the statistics engine shows of itself; no code of its own. */
export * from './base/index.js';
export { cellDeviation } from './cell-key/cell-key.js';
export { type KeyedHash } from './cell-key/keyed-hash.js';
export { maximumEntropyTable } from './p-table/maximum-entropy.js';
export { rowFor } from './p-table/perturbation-table.js';
export { symmetricRow } from './p-table/symmetric-row.js';
export * from './records/index.js';
export { contributionsOf, cubeOf, type Cube } from './cube/cube.js';
export { type Column, type RecordKeys } from './cube/counting.js';
export { codeTree, type Branch, type CodeTree, type Dimension } from './cube/code-tree.js';
export { linkTables, type CountedTable, type LinkedCells, type Sum } from './cube/linked-cells.js';
export { derivableCells } from './suppression/derivability.js';
export { releaseJitter } from './suppression/order.js';
export { suppress } from './suppression/secondary.js';
export { exactly } from './audit/hidden-programme.js';
export { auditIntervals } from './audit/interval-audit.js';
export {
  type LinearProgramme,
  type LinearSolution,
  type LinearSolver,
  type OpenProgramme,
} from './audit/linear-solver.js';
export { exactTables } from './audit/exact-tables.js';
export { repairIntervals } from './audit/repair.js';
export { belowThreshold, complementSmall, dominated } from './primary/rules.js';
export { effectiveSpread } from './audit/effective-spread.js';
export { declaredSlice } from './audit/declared-slice.js';
export { auditLattice, openLattice } from './audit/lattice-audit.js';
export { overlappingPeriods, pooledSets, type PooledPeriod } from './ledger/pooled-periods.js';
export { auditUnion, type KnownRelease } from './ledger/union-audit.js';
export { offersThatPass } from './ledger/refusal.js';
export { revised } from './ledger/vintages.js';
export {
  exactValues,
  perturbed,
  protectedPattern,
  type ProtectedPattern,
  type TabulatedTable,
} from './audit/published-tables.js';
