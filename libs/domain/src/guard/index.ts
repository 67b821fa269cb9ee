export { guardVersion } from './version.js';
export { findCertainIdentifiers } from './guard.js';
