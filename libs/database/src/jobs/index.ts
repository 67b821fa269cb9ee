export * from './scheduled.js';
export * from './overdue.js';
export { noteOwnFault } from './due.js';
export { remindTables } from './reminders.js';
