export { attributeOf, type Attribute, type Hierarchy, HierarchyError, hierarchyOf, heightOf } from './hierarchy.js';
export { type EquivalenceClasses, type SensitiveColumn } from './equivalence-classes.js';
export * from './class-criteria.js';
export * from './information-loss.js';
export { searchFullDomain, type SearchResult, type SearchTask } from './full-domain-search.js';
