export * from './joining-changes.js';
export * from './joining.js';
export * from './settings-changes.js';
export * from './table-changes.js';
export * from './tables.js';
