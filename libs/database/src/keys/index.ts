export { StoredKeys } from './keys.js';
