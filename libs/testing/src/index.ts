export { cloneDatabase, type TestDatabase } from './test-database.js';
export { drawn, firstOfToday, tier } from './tier.js';
