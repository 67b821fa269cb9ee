import type { TermText } from './term.js';

/** What the agency tried by itself before it brings a situation (filter 1). */
const ownMeans = [
  { code: 'called', status: 'added', labelEn: 'Called', labelFr: 'Appel téléphonique' },
  { code: 'wrote', status: 'added', labelEn: 'Letter or message', labelFr: 'Lettre ou message' },
  { code: 'homeVisit', status: 'added', labelEn: 'Home visit', labelFr: 'Visite à domicile' },
  { code: 'appointment', status: 'added', labelEn: 'Appointment offered', labelFr: 'Rendez-vous proposé' },
  { code: 'referral', status: 'added', labelEn: 'Referral', labelFr: 'Aiguillage vers un service' },
  { code: 'safetyPlan', status: 'added', labelEn: 'Safety plan', labelFr: 'Plan de sécurité' },
  {
    code: 'familyInvolved',
    status: 'added',
    labelEn: 'Family or friends involved',
    labelFr: 'Famille ou proches mis à contribution',
  },
  {
    code: 'anotherAgency',
    status: 'added',
    labelEn: 'Worked with one other agency',
    labelFr: 'Travail avec un autre organisme',
  },
  {
    code: 'enforcement',
    status: 'added',
    labelEn: 'Enforcement or court order',
    labelFr: 'Application de la loi ou ordonnance du tribunal',
  },
  { code: 'other', status: 'added', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** The four points of acutely elevated risk. */
const riskPoints = [
  {
    code: 'significantInterest',
    status: 'added',
    labelEn: 'Significant interest at stake',
    labelFr: 'Intérêt important en jeu',
  },
  {
    code: 'highProbability',
    status: 'added',
    labelEn: 'High probability of harm',
    labelFr: 'Forte probabilité de préjudice',
  },
  { code: 'severeHarm', status: 'added', labelEn: 'Severe harm', labelFr: 'Préjudice grave' },
  {
    code: 'multiAgency',
    status: 'added',
    labelEn: 'Beyond what one agency can address',
    labelFr: 'Au-delà de ce qu’un seul organisme peut faire',
  },
] as const satisfies readonly TermText[];

/** What an agency answers at filter 3; nobody chooses `noAnswer`. */
const answers = [
  {
    code: 'involved',
    status: 'added',
    labelEn: 'Involved',
    labelFr: 'En lien avec la personne',
    definitionEn: 'The agency already serves or knows the person',
    definitionFr: 'L’organisme sert ou connaît déjà la personne',
  },
  {
    code: 'shouldBeInvolved',
    status: 'added',
    labelEn: 'Should be involved',
    labelFr: 'Devrait participer',
    definitionEn: 'The agency does not know the person and has something to offer',
    definitionFr: 'L’organisme ne connaît pas la personne et a quelque chose à offrir',
  },
  { code: 'notInvolved', status: 'added', labelEn: 'Not involved', labelFr: 'Sans lien' },
  {
    code: 'noAnswer',
    status: 'added',
    attributes: { bySystem: true },
    labelEn: 'No answer',
    labelFr: 'Sans réponse',
    definitionEn: 'Written when the coordinator closes the round',
    definitionFr: 'Inscrit quand la coordination clôt le tour de table',
  },
] as const satisfies readonly TermText[];

/** Why an agency declines an assignment. */
const declineReasons = [
  { code: 'capacity', status: 'added', labelEn: 'No capacity now', labelFr: 'Pas de capacité en ce moment' },
  { code: 'notMandate', status: 'added', labelEn: 'Outside our mandate', labelFr: 'Hors de notre mandat' },
  {
    code: 'betterPlaced',
    status: 'added',
    labelEn: 'Another agency is better placed',
    labelFr: 'Un autre organisme est mieux placé',
  },
  {
    code: 'conflict',
    status: 'added',
    labelEn: 'Conflict of interest or of safety',
    labelFr: 'Conflit d’intérêts ou motif de sécurité',
  },
  {
    code: 'noBasis',
    status: 'added',
    labelEn: 'No legal basis to take part',
    labelFr: 'Aucun fondement juridique pour participer',
  },
  { code: 'other', status: 'added', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** Why an assisting agency leaves. */
const leaveReasons = [
  { code: 'workDone', status: 'added', labelEn: 'Our part is done', labelFr: 'Notre part est terminée' },
  {
    code: 'refused',
    status: 'added',
    labelEn: 'The person refuses our service',
    labelFr: 'La personne refuse notre service',
  },
  { code: 'capacity', status: 'added', labelEn: 'No capacity now', labelFr: 'Pas de capacité en ce moment' },
  { code: 'notMandate', status: 'added', labelEn: 'Outside our mandate', labelFr: 'Hors de notre mandat' },
  { code: 'other', status: 'added', labelEn: 'Other', labelFr: 'Autre' },
] as const satisfies readonly TermText[];

/** The coded status of a weekly report-back. */
const reportBacks = [
  { code: 'contactMade', status: 'added', labelEn: 'Contact made', labelFr: 'Contact établi' },
  {
    code: 'attempted',
    status: 'added',
    labelEn: 'Contact tried, not yet made',
    labelFr: 'Contact tenté, pas encore établi',
  },
  { code: 'refused', status: 'added', labelEn: 'Refused', labelFr: 'Refus' },
  { code: 'notFound', status: 'added', labelEn: 'Not found', labelFr: 'Introuvable' },
  { code: 'serviceOffered', status: 'added', labelEn: 'Service offered', labelFr: 'Service offert' },
  { code: 'serviceConnected', status: 'added', labelEn: 'Service connected', labelFr: 'Service en place' },
  { code: 'onWaitList', status: 'added', labelEn: 'On a wait list', labelFr: 'Sur une liste d’attente' },
  { code: 'riskLowered', status: 'added', labelEn: 'Risk lowered', labelFr: 'Risque réduit' },
  {
    code: 'stillElevated',
    status: 'added',
    labelEn: 'Still at acutely elevated risk',
    labelFr: 'Risque toujours extrêmement élevé',
  },
] as const satisfies readonly TermText[];

/** What became of each risk factor at conclusion. */
const risksAfter = [
  { code: 'stillPresent', status: 'added', labelEn: 'Still present', labelFr: 'Toujours présent' },
  { code: 'reduced', status: 'added', labelEn: 'Reduced', labelFr: 'Réduit' },
  { code: 'gone', status: 'added', labelEn: 'No longer present', labelFr: 'Disparu' },
  { code: 'unknown', status: 'added', labelEn: 'Not known', labelFr: 'Inconnu' },
] as const satisfies readonly TermText[];

/** Whether the person was told. */
const tellings = [
  { code: 'told', status: 'added', labelEn: 'The person was told', labelFr: 'La personne a été informée' },
  {
    code: 'toldBefore',
    status: 'added',
    labelEn: 'The person was told before the table heard of it',
    labelFr: 'La personne a été informée avant la table',
  },
  {
    code: 'notToldUnsafe',
    status: 'added',
    labelEn: 'Not told: telling would have put someone in danger',
    labelFr: 'Non informée : l’informer aurait mis quelqu’un en danger',
  },
  {
    code: 'notToldNotFound',
    status: 'added',
    labelEn: 'Not told: could not be found',
    labelFr: 'Non informée : introuvable',
  },
  {
    code: 'notTold',
    status: 'added',
    labelEn: 'Not told: other reason',
    labelFr: 'Non informée : autre motif',
  },
] as const satisfies readonly TermText[];

/** The lists of this file by name, in the order in which a screen shows them. */
export const workflowAnswerLists = {
  ownMeans,
  riskPoint: riskPoints,
  answer: answers,
  declineReason: declineReasons,
  leaveReason: leaveReasons,
  reportBack: reportBacks,
  riskAfter: risksAfter,
  told: tellings,
};
