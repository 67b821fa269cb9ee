export { cleanText } from './clean.js';
export { findRefusedCharacter, refusedKinds, type RefusedCharacter, type RefusedKind } from './refused.js';
export { cleanLine, nameKey } from './line.js';
