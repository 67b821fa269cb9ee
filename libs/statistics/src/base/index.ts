/** What the generated base shows of itself; no code of its own. */
export * from './outcome-record.js';
export { seededRandom, type Random } from './draw.js';
export { outcomeRecords } from './generate.js';
export { baseShapes, demoShape, type BaseShape } from './shapes.js';
