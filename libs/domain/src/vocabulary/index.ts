/** Where a situation stands. Source: docs/workflow.md. */
export const stages = [
  'screening',
  'deidentified',
  'limited',
  'planning',
  'intervention',
  'concluded',
  'rejected',
  'returned',
  'withdrawn',
  'destroyed',
] as const;
export type Stage = (typeof stages)[number];

export * from './ages.js';
export * from './codebook.js';
export * from './coded-fields.js';
export * from './suggestions.js';
export * from './table-settings.js';
export * from './tasks.js';
export * from './webhook-events.js';
export { vocabularySearch } from './search/search.js';
