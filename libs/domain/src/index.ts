export * from './text/index.js';
export * from './days/index.js';
export * from './vocabulary/index.js';
export * from './filters/index.js';
export * from './visibility/index.js';
export * from './guard/index.js';
