export * from './seat-changes.js';
export * from './seats.js';
