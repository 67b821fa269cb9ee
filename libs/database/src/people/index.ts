export * from './invitations.js';
export * from './notices.js';
export * from './user-changes.js';
export * from './users.js';
