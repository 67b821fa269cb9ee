export * from './base/index.js';
export { cellDeviation, cellMessage, cellUniform, publishedCount, type KeyedCell } from './cell-key/cell-key.js';
export { uniformOf, type KeyedHash } from './cell-key/keyed-hash.js';
export { fractionKey, fractionPerturbed, moduloKey, onsPerturbed, onsRow } from './cell-key/sum-keys.js';
export { maximumEntropyRow, maximumEntropyTable, type RowDemands } from './p-table/maximum-entropy.js';
export {
  brokenInvariants, deviationAt, momentsOf, rowFor, type PerturbationParameters, type PerturbationRow, type PerturbationTable, type RowMoments,
} from './p-table/perturbation-table.js';
export { readOnsCsv, readPtableCsv, readTauArgus, type KeyedDeviations } from './p-table/published-formats.js';
export { symmetricRow } from './p-table/symmetric-row.js';
export * from './records/index.js';
