export * from './agencies.js';
export * from './agency-changes.js';
