export * from './task-changes.js';
export * from './tasks.js';
