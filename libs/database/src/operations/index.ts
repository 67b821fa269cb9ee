export * from './administration.js';
export * from './backups.js';
export * from './demo-clock.js';
export * from './holidays.js';
