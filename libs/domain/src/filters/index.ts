export * from './moves.js';
export * from './attempt.js';
