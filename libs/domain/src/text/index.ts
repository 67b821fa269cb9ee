export { cleanText } from './clean.js';
export {
  findRefusedCharacter,
  refusedKinds,
  withoutRefusedCharacters,
  type RefusedCharacter,
  type RefusedKind,
} from './refused.js';
export { cleanLine, nameKey } from './line.js';
export * from './counted.js';
