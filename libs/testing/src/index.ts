export { cloneDatabase, type TestDatabase } from './test-database.js';
export { drawn, firstOfToday, isTodays, tier } from './tier.js';
