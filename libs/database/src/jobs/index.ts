export * from './clock.js';
export * from './overdue.js';
export { remindTables } from './reminders.js';
