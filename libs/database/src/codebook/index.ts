export { discardChange, proposeChange, reviseChange, signChange, type TermContent } from './change-steps.js';
export { codebookChange, codebookChanges, type ChangeRow } from './changes.js';
export {
  codebookLists,
  codebookTerms,
  codebookVersion,
  codebookVersions,
  type ListRow,
  type TermRow,
  type VersionRow,
} from './terms.js';
