import type { TermText } from './term.js';

/** The 15 conclusion reasons of the register in four groups, and one of ours: withdrawn by the originator.
 * `conclude` chooses none of the group Rejected: those are written by `reject`, from its own list. */
const conclusionReasons = [
  {
    code: 'overall-risk-lowered.connected-to-services',
    group: 'overall-risk-lowered',
    status: 'unconfirmed',
    labelEn: 'Connected to services',
    labelFr: 'Mise en rapport avec des services',
  },
  {
    code: 'overall-risk-lowered.connected-to-services-in-other-jurisdiction',
    group: 'overall-risk-lowered',
    status: 'unconfirmed',
    labelEn: 'Connected to services in other jurisdiction',
    labelFr: 'Mise en rapport avec des services ailleurs',
  },
  {
    code: 'overall-risk-lowered.connected-to-personal-supports',
    group: 'overall-risk-lowered',
    status: 'unconfirmed',
    labelEn: 'Connected to personal supports',
    labelFr: 'Mise en rapport avec un soutien personnel',
  },
  {
    code: 'overall-risk-lowered.through-no-action-of-the-situation-table',
    group: 'overall-risk-lowered',
    status: 'unconfirmed',
    labelEn: 'Through no action of the Situation Table',
    labelFr: 'Sans intervention de la table de situation',
  },
  {
    code: 'still-aer.informed-about-services-not-yet-connected',
    group: 'still-aer',
    status: 'unconfirmed',
    labelEn: 'Informed about services; not yet connected',
    labelFr: 'Informée des services, pas encore mise en rapport',
  },
  {
    code: 'still-aer.refused-services-uncooperative',
    group: 'still-aer',
    status: 'unconfirmed',
    labelEn: 'Refused services/uncooperative',
    labelFr: 'Services refusés ou absence de collaboration',
  },
  {
    code: 'still-aer.systemic-issue',
    group: 'still-aer',
    status: 'unconfirmed',
    labelEn: 'Systemic issue',
    labelFr: 'Problème systémique',
  },
  {
    code: 'rejected.already-connected-to-appropriate-services-with-potential-to-mitigate-the-risk',
    group: 'rejected',
    status: 'unconfirmed',
    attributes: { bySystem: true },
    labelEn: 'Already connected to appropriate services with potential to mitigate the risk',
    labelFr: 'Déjà en rapport avec des services appropriés qui peuvent atténuer le risque',
  },
  {
    code: 'rejected.originator-has-not-exhausted-all-options-to-address-the-issue',
    group: 'rejected',
    status: 'unconfirmed',
    attributes: { bySystem: true },
    labelEn: 'Originator has not exhausted all options to address the issue',
    labelFr: 'L’organisme d’origine n’a pas épuisé toutes les possibilités',
  },
  {
    code: 'rejected.single-agency-can-address-risk-alone',
    group: 'rejected',
    status: 'unconfirmed',
    attributes: { bySystem: true },
    labelEn: 'Single agency can address risk alone',
    labelFr: 'Un seul organisme peut traiter le risque',
  },
  {
    code: 'rejected.situation-not-deemed-to-be-one-of-acutely-elevated-risk',
    group: 'rejected',
    status: 'unconfirmed',
    attributes: { bySystem: true },
    labelEn: 'Situation not deemed to be one of acutely elevated risk',
    labelFr: 'Situation jugée ne pas présenter un risque extrêmement élevé',
  },
  { code: 'other.deceased', group: 'other', status: 'unconfirmed', labelEn: 'Deceased', labelFr: 'Décès' },
  {
    code: 'other.new-information-reveals-aer-did-not-exist-to-begin-with',
    group: 'other',
    status: 'unconfirmed',
    labelEn: 'New information reveals AER did not exist to begin with',
    labelFr: 'De nouveaux renseignements révèlent que le risque n’a jamais été extrêmement élevé',
  },
  {
    code: 'other.relocated',
    group: 'other',
    status: 'unconfirmed',
    labelEn: 'Relocated',
    labelFr: 'Déménagement',
  },
  {
    code: 'other.unable-to-locate',
    group: 'other',
    status: 'unconfirmed',
    labelEn: 'Unable to locate',
    labelFr: 'Personne introuvable',
  },
  {
    code: 'other.withdrawn-by-originator',
    group: 'other',
    status: 'added',
    attributes: { bySystem: true },
    labelEn: 'Withdrawn by originator',
    labelFr: 'Retirée par l’organisme d’origine',
  },
] as const satisfies readonly TermText[];

/** The four groups of conclusion reasons. */
const conclusionGroups = [
  {
    code: 'overall-risk-lowered',
    status: 'unconfirmed',
    labelEn: 'Overall Risk Lowered',
    labelFr: 'Risque global réduit',
  },
  {
    code: 'still-aer',
    status: 'unconfirmed',
    labelEn: 'Still at acutely elevated risk',
    labelFr: 'Risque toujours extrêmement élevé',
  },
  { code: 'rejected', status: 'unconfirmed', labelEn: 'Rejected', labelFr: 'Rejetée' },
  { code: 'other', status: 'unconfirmed', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** Why the table rejects: the register’s reasons of the group Rejected. */
const rejectionReasons = [
  {
    code: 'rejected.already-connected-to-appropriate-services-with-potential-to-mitigate-the-risk',
    status: 'unconfirmed',
    mapsTo: 'rejected.already-connected-to-appropriate-services-with-potential-to-mitigate-the-risk',
    labelEn: 'Already connected to appropriate services with potential to mitigate the risk',
    labelFr: 'Déjà en rapport avec des services appropriés qui peuvent atténuer le risque',
  },
  {
    code: 'rejected.originator-has-not-exhausted-all-options-to-address-the-issue',
    status: 'unconfirmed',
    mapsTo: 'rejected.originator-has-not-exhausted-all-options-to-address-the-issue',
    labelEn: 'Originator has not exhausted all options to address the issue',
    labelFr: 'L’organisme d’origine n’a pas épuisé toutes les possibilités',
  },
  {
    code: 'rejected.single-agency-can-address-risk-alone',
    status: 'unconfirmed',
    mapsTo: 'rejected.single-agency-can-address-risk-alone',
    labelEn: 'Single agency can address risk alone',
    labelFr: 'Un seul organisme peut traiter le risque',
  },
  {
    code: 'rejected.situation-not-deemed-to-be-one-of-acutely-elevated-risk',
    status: 'unconfirmed',
    mapsTo: 'rejected.situation-not-deemed-to-be-one-of-acutely-elevated-risk',
    labelEn: 'Situation not deemed to be one of acutely elevated risk',
    labelFr: 'Situation jugée ne pas présenter un risque extrêmement élevé',
  },
] as const satisfies readonly TermText[];

/** Why a situation is sent back to its agency; `joined` names the situation that it belongs to. */
const returnReasons = [
  {
    code: 'joined',
    status: 'added',
    attributes: { namesSituation: true },
    labelEn: 'Belongs to a situation already at the table',
    labelFr: 'Se rattache à une situation déjà à la table',
    definitionEn: 'The situation it belongs to is named; nothing is brought twice',
    definitionFr: 'La situation à laquelle elle se rattache est nommée; rien n’est présenté deux fois',
  },
  {
    code: 'moreInformation',
    status: 'added',
    labelEn: 'More information needed',
    labelFr: 'Renseignements supplémentaires requis',
    definitionEn: 'The table could not judge the four points from what was brought',
    definitionFr: 'La table n’a pu juger les quatre points à partir de ce qui a été présenté',
  },
  {
    code: 'ownMeansRemain',
    status: 'added',
    labelEn: 'Own means not yet exhausted',
    labelFr: 'Moyens propres pas encore épuisés',
    definitionEn: 'The originating agency can still act by itself',
    definitionFr: 'L’organisme d’origine peut encore agir par lui-même',
  },
  {
    code: 'anotherTable',
    status: 'added',
    labelEn: 'Belongs to another table',
    labelFr: 'Relève d’une autre table',
    definitionEn: 'The persons live or are in danger in the area of another table',
    definitionFr: 'Les personnes vivent ou sont en danger sur le territoire d’une autre table',
  },
  { code: 'broughtInError', status: 'added', labelEn: 'Brought in error', labelFr: 'Présentée par erreur' },
] as const satisfies readonly TermText[];

/** Why the originating agency withdraws. */
const withdrawalReasons = [
  {
    code: 'ownMeans',
    status: 'added',
    labelEn: 'The agency will act by itself',
    labelFr: 'L’organisme agira par lui-même',
  },
  {
    code: 'noLongerElevated',
    status: 'added',
    labelEn: 'Risk is no longer acutely elevated',
    labelFr: 'Le risque n’est plus extrêmement élevé',
  },
  {
    code: 'consentWithdrawn',
    status: 'added',
    labelEn: 'Consent was withdrawn',
    labelFr: 'Le consentement a été retiré',
  },
  { code: 'broughtInError', status: 'added', labelEn: 'Brought in error', labelFr: 'Présentée par erreur' },
  {
    code: 'anotherTable',
    status: 'added',
    labelEn: 'Taken to another table',
    labelFr: 'Portée devant une autre table',
  },
  {
    code: 'deceasedOrMoved',
    status: 'added',
    labelEn: 'The person died or moved away',
    labelFr: 'La personne est décédée ou a déménagé',
  },
  { code: 'other', status: 'added', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const endingLists = {
  conclusionReason: conclusionReasons,
  conclusionGroup: conclusionGroups,
  rejectionReason: rejectionReasons,
  returnReason: returnReasons,
  withdrawalReason: withdrawalReasons,
};
