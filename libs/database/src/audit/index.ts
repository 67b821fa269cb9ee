export * from './chain-figures.js';
export * from './checkpoints.js';
export { exportAudit } from './export.js';
