export * from './coordinator.js';
export * from './rep.js';
export { weekMost, type TaskRow } from './task.js';
