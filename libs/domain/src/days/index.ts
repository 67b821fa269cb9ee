export * from './age.js';
export * from './day.js';
export * from './zone.js';
export * from './zone-names.js';
