export * from './permissions.js';
export * from './grants.js';
export * from './tiers.js';
export * from './policy.js';
