/** What the records side shows of itself; no code of its own. */
export { attributeOf, type Attribute, hierarchyOf } from './hierarchy.js';
export { type SensitiveColumn } from './equivalence-classes.js';
export * from './class-criteria.js';
export * from './information-loss.js';
export { searchFullDomain } from './full-domain-search.js';
export { anonymousSets } from './set-anonymity.js';
export { csvFile, csvOfColumns } from './csv.js';
export { sectorGroupOf } from './release-hierarchies.js';
export { peopleFile, type PeopleTerms, peopleTerms } from './people-file.js';
export { riskSetsFile, type RiskSetsFile, type RiskSetsTerms, riskSetsTerms } from './risk-sets-file.js';
export { mondrian } from './mondrian.js';
export { keyFrequencies } from './wildcard-classes.js';
