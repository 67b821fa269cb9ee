export * from './permissions.js';
export * from './grants.js';
export * from './tiers.js';
export * from './policy.js';
export * from './matrix-cells.js';
export { besides, matrixRows } from './matrix-rows.js';
