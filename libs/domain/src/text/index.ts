export { cleanText } from './clean.js';
export { findRefusedCharacter, withoutRefusedCharacters, type RefusedCharacter } from './refused.js';
export { cleanLine, foldLine, nameKey } from './line.js';
export * from './counted.js';
