export * from './inputs.js';
export * from './move.js';
export * from './moves.js';
export * from './attempt.js';
export * from './decisions.js';
