export * from './agenda.js';
export * from './calendar.js';
export * from './meeting-changes.js';
export * from './meetings.js';
export * from './projectors.js';
