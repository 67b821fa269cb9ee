export * from './webhook-changes.js';
export * from './webhooks.js';
