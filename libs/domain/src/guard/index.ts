export { identifierKinds, type Certainty, type IdentifierKind } from './detector.js';
export { guardVersion } from './version.js';
export { findCertainIdentifiers, findIdentifiers, type Finding } from './guard.js';
