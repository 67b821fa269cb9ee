/** What the records side shows of itself; no code of its own. */
export {
  attributeOf,
  type Attribute,
  type Hierarchy,
  HierarchyError,
  hierarchyOf,
  heightOf,
} from './hierarchy.js';
export { type EquivalenceClasses, type SensitiveColumn } from './equivalence-classes.js';
export * from './class-criteria.js';
export * from './information-loss.js';
export { searchFullDomain, type SearchResult, type SearchTask } from './full-domain-search.js';
export { anonymousSets, type AnonymousSets } from './set-anonymity.js';
export {
  csvField,
  csvFile,
  csvOfColumns,
  type CsvColumn,
  type CsvFormat,
  type CsvValue,
  plainCsv,
} from './csv.js';
export { recordsIn, recount, type Recount, recountSets, UnreadableFileError } from './recount.js';
export { anyValue, notApplicable, periodsOf, sectorGroupOf } from './release-hierarchies.js';
export {
  conclusionColumn,
  peopleFile,
  type PeopleFile,
  peopleKeys,
  type PeopleTerms,
  peopleTerms,
  type RefusedFile,
} from './people-file.js';
export {
  type RefusedSets,
  riskSetsFile,
  type RiskSetsFile,
  type RiskSetsTerms,
  riskSetsTerms,
} from './risk-sets-file.js';
export { mondrian, type MondrianPartition, type MondrianRegion } from './mondrian.js';
export { attributePower, type AttributePower, prosecutorRisk } from './attribute-power.js';
export { keyFrequencies, type KeyFrequencies } from './wildcard-classes.js';
export { type Findings, verifyPeopleFile, verifyRiskSetsFile } from './verify-files.js';
