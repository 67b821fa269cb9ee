export { ChangeListener } from './changes.js';
export { connectData } from './connect.js';
export { Data, type DataSources } from './data.js';
export { once, type OnceRequest, type Receipt } from './once.js';
export * from './person.js';
export { allReads, queriesText, Read } from './read.js';
export * from './refusals.js';
export { Queries, Session, type Asking, type ViewerKey } from './session.js';
