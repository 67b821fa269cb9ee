export * from './youth-items.js';
