export * from './moves.js';
export * from './attempt.js';
export * from './decisions.js';
