export * from './opening-changes.js';
export * from './openings.js';
export * from './retention-changes.js';
export * from './retention.js';
