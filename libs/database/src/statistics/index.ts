export * from './cuts.js';
export * from './exports.js';
