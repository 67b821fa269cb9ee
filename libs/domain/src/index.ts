export * from './vocabulary/index.js';
export * from './visibility/index.js';
