export { cloneDatabase, type TestDatabase } from './test-database.js';
