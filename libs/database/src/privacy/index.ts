export * from './officer.js';
export * from './reviews.js';
export * from './sign-off.js';
