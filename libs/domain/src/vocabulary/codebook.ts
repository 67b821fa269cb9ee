import { agencyLists } from './terms/agencies.js';
import { endingLists } from './terms/endings.js';
import { legalBasisLists } from './terms/legal-bases.js';
import { personAndPlaceLists } from './terms/persons-and-places.js';
import { protectiveFactorLists } from './terms/protective-factors.js';
import { riskFactorsAlcoholToCrimeVictimization } from './terms/risk-factors-alcohol-to-crime-victimization.js';
import { riskFactorsCriminalInvolvementToDrugs } from './terms/risk-factors-criminal-involvement-to-drugs.js';
import { riskFactorsElderAbuseToPeers } from './terms/risk-factors-elder-abuse-to-peers.js';
import { riskFactorsParentingToUnemployment } from './terms/risk-factors-parenting-to-unemployment.js';
import { riskGroupLists } from './terms/risk-groups.js';
import { serviceLists } from './terms/services.js';
import { studyFlagLists } from './terms/study-flags.js';
import { workflowAnswerLists } from './terms/workflow-answers.js';
import type { Term, TermText } from './terms/term.js';

/** The version of the codebook that an installation starts with; administrators publish the later ones. */
export const firstCodebookVersion = 'provisional';

/** Before any record that could be imported: the register itself began years later. */
const always = '2000-01-01';

/** Each file of terms names its own lists: a list more needs no line here. */
const textsOf = {
  riskFactor: [
    ...riskFactorsAlcoholToCrimeVictimization,
    ...riskFactorsCriminalInvolvementToDrugs,
    ...riskFactorsElderAbuseToPeers,
    ...riskFactorsParentingToUnemployment,
  ],
  ...riskGroupLists,
  ...studyFlagLists,
  ...protectiveFactorLists,
  ...personAndPlaceLists,
  ...endingLists,
  ...agencyLists,
  ...serviceLists,
  ...legalBasisLists,
  ...workflowAnswerLists,
} as const satisfies Record<string, readonly TermText[]>;

/** The name of a list of terms. */
export type ListName = keyof typeof textsOf;

/** A code of that list as the product ships it; terms that a table or an administrator adds are plain strings. */
export type CodeOf<List extends ListName> = (typeof textsOf)[List][number]['code'];

/** Every list, in the order in which a screen shows them. */
export const listNames = Object.keys(textsOf) as readonly ListName[];

/** The list that holds the groups of a list's terms. */
export const groupListOf = {
  riskFactor: 'riskCategory',
  protectiveFactor: 'protectiveCategory',
  conclusionReason: 'conclusionGroup',
} as const satisfies Partial<Record<ListName, ListName>>;

/** Lists to which a table may add terms of its own, which stay local and count as the provincial code they map to. */
export const localLists = [
  'riskFactor',
  'studyFlag',
  'protectiveFactor',
] as const satisfies readonly ListName[];

/**
 * Lists whose codes the workflow, the statistics or an access rule knows by name, or that may say no more
 * than they do (a code for a language would name people): their words can be edited, their codes neither
 * added nor retired.
 */
export const closedLists = [
  'situationType',
  'ageBand',
  'sex',
  'interpreterNeeded',
  'conclusionGroup',
  'riskPoint',
  'answer',
  'consentState',
  'riskAfter',
] as const satisfies readonly ListName[];

function termsOf(list: ListName): readonly Term[] {
  const texts: readonly TermText[] = textsOf[list];
  return texts.map((text) => ({
    list,
    code: text.code,
    group: text.group ?? null,
    theme: text.theme ?? null,
    status: text.status,
    labelEn: text.labelEn,
    labelFr: text.labelFr,
    definitionEn: text.definitionEn ?? null,
    definitionFr: text.definitionFr ?? null,
    activeFrom: always,
    activeTo: null,
    mapsTo: text.mapsTo ?? null,
    attributes: text.attributes ?? {},
  }));
}

/** The codebook as the product ships it, list by list. */
export const codebook = Object.fromEntries(listNames.map((list) => [list, termsOf(list)])) as Readonly<
  Record<ListName, readonly Term[]>
>;

/**
 * Whether a person may choose the term on that day (`YYYY-MM-DD`): active, and neither a heading nor written
 * by the workflow.
 */
export function isChoosable(term: Term, onDay: string): boolean {
  return (
    term.activeFrom <= onDay &&
    (term.activeTo === null || onDay <= term.activeTo) &&
    term.attributes.heading !== true &&
    term.attributes.bySystem !== true
  );
}
