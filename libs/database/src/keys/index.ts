export { StoredKeys, type KeyRow } from './keys.js';
