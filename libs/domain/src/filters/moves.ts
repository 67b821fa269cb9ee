import { inputs } from './inputs.js';
import type { Move } from './move.js';

/**
 * The workflow. What is not a row here cannot happen; the database reads the same rows as data and calls the function
 * of the move's name (`recordRisk` is `app.record_risk`). Route, request check, permission, minutes and audit
 * derive from the row. The order of `needs` is the order in which they are judged.
 */
export const moves = {
  drop: {
    stages: { screening: 'destroyed' },
    by: ['originating'],
    needs: [],
    takes: inputs.nothing,
    quiet: true,
  },
  bringToTable: {
    stages: { screening: 'deidentified' },
    by: ['originating'],
    needs: ['ownMeansExhausted', 'riskFactorsNamed', 'noCertainIdentifier'],
    takes: inputs.ownMeans,
    onAgenda: true,
  },
  bringOnBehalf: {
    stages: { screening: 'deidentified' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'ownMeansExhausted', 'riskFactorsNamed', 'noCertainIdentifier'],
    takes: inputs.onBehalf,
    onAgenda: true,
  },
  confirmOnBehalf: {
    stages: { deidentified: 'deidentified' },
    by: ['originating'],
    needs: ['onBehalfUnconfirmed', 'notTheBringer'],
    takes: inputs.nothing,
    permission: 'situation:confirmOnBehalf',
    rows: [6],
  },
  recordRisk: {
    stages: { deidentified: 'deidentified' },
    by: ['coordinator'],
    needs: [
      'riskNotRecorded',
      'notOwnAgency',
      'meetingOpenWithTwoAgencies',
      'fourPointsMet',
      'tableRuleFollowed',
    ],
    takes: inputs.recordRisk,
    permission: 'situation:recordRisk',
    rows: [10],
    minutes: 'riskRecorded',
    onAgenda: true,
  },
  takeBackRisk: {
    stages: { deidentified: 'deidentified' },
    by: ['coordinator'],
    needs: ['riskRecorded', 'notOwnAgency'],
    takes: inputs.nothing,
    permission: 'situation:recordRisk',
    rows: [10],
  },
  reject: {
    stages: { deidentified: 'rejected' },
    by: ['coordinator'],
    needs: ['riskNotRecorded', 'notOwnAgency', 'meetingOpenWithTwoAgencies', 'reasonGiven'],
    takes: inputs.reason,
    permission: 'situation:reject',
    rows: [10],
    reasons: 'rejectionReason',
    minutes: 'rejected',
    onAgenda: true,
    undo: 'undo',
  },
  sendBack: {
    stages: { deidentified: 'returned' },
    by: ['coordinator'],
    needs: ['notOwnAgency', 'reasonGiven', 'joinedSituationNamed'],
    takes: inputs.sendBack,
    permission: 'situation:reject',
    rows: [10],
    reasons: 'returnReason',
    minutes: 'returned',
    onAgenda: true,
    undo: 'undo',
  },
  undo: {
    stages: { rejected: 'deidentified', returned: 'deidentified', withdrawn: 'deidentified' },
    by: ['coordinator'],
    needs: ['withinTenMinutes'],
    takes: inputs.nothing,
    permission: 'situation:undo',
    rows: [41],
  },
  withdraw: {
    stages: {
      deidentified: 'withdrawn',
      limited: 'concluded',
      planning: 'concluded',
      intervention: 'concluded',
    },
    by: ['originating'],
    needs: ['reasonGiven'],
    takes: inputs.reason,
    permission: 'situation:withdraw',
    rows: [10, 26],
    reasons: 'withdrawalReason',
    minutes: 'withdrawn',
  },
  /** For an originating agency that nobody represents any more, two business days after its last seat ended. */
  withdrawOnBehalf: {
    stages: {
      deidentified: 'withdrawn',
      limited: 'concluded',
      planning: 'concluded',
      intervention: 'concluded',
    },
    by: ['coordinator'],
    needs: ['originatorGone', 'reasonGiven'],
    takes: inputs.reason,
    permission: 'situation:withdrawOnBehalf',
    rows: [106],
    reasons: 'withdrawalReason',
    minutes: 'withdrawn',
  },
  releaseIdentifiers: {
    stages: { deidentified: 'limited' },
    by: ['originating'],
    needs: [
      'riskRecorded',
      'notTheRecorder',
      'onBehalfConfirmed',
      'basisGiven',
      'recipientsNamed',
      'agenciesAtTable',
    ],
    takes: inputs.release,
    permission: 'situation:release',
    rows: [12],
    minutes: 'identifiersReleased',
    final: true,
  },
  releaseAgain: {
    stages: { limited: 'limited' },
    by: ['originating'],
    needs: ['notTheRecorder', 'basisGiven', 'recipientsNamed', 'agenciesAtTable'],
    takes: inputs.release,
    permission: 'situation:release',
    rows: [12],
    minutes: 'identifiersReleased',
    final: true,
  },
  answer: {
    stages: { limited: 'limited' },
    by: ['seated', 'forAgencyWithoutAccount'],
    needs: ['roundOpen', 'answerGiven'],
    takes: inputs.answer,
    permission: 'answer:give',
    rows: [14],
    quiet: true,
  },
  closeRound: {
    stages: { limited: 'limited' },
    by: ['coordinator'],
    needs: ['roundOpen'],
    takes: inputs.nothing,
    permission: 'answer:close',
    rows: [14],
    onAgenda: true,
  },
  assign: {
    stages: { limited: 'planning' },
    by: ['coordinator'],
    needs: ['roundClosed', 'agenciesAtTable', 'partsDistinct'],
    takes: inputs.assign,
    permission: 'assignment:assign',
    rows: [16],
    minutes: 'assigned',
    onAgenda: true,
    final: true,
  },
  assignAgain: {
    stages: { planning: 'planning' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'roleFree', 'agencyHasNoRole'],
    takes: inputs.assignAgain,
    permission: 'assignment:assign',
    rows: [16],
    minutes: 'assigned',
    onAgenda: true,
  },
  acceptAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    asLead: { planning: 'intervention' },
    by: ['asked', 'forAgencyWithoutAccount'],
    needs: ['basisGiven'],
    takes: inputs.accept,
    permission: 'assignment:answer',
    rows: [16],
    final: true,
  },
  declineAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    whenAllDeclined: { planning: 'limited' },
    by: ['asked', 'forAgencyWithoutAccount'],
    needs: ['reasonGiven'],
    takes: inputs.decline,
    permission: 'assignment:answer',
    rows: [16],
    reasons: 'declineReason',
  },
  addAssisting: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'agencyHasNoRole'],
    takes: inputs.agency,
    permission: 'assignment:add',
    rows: [20],
    minutes: 'assigned',
  },
  leaveAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['assisting'],
    needs: ['reasonGiven'],
    takes: inputs.reason,
    permission: 'assignment:leave',
    rows: [20],
    reasons: 'leaveReason',
  },
  proposeLead: {
    stages: { intervention: 'intervention' },
    by: ['lead'],
    needs: ['assistingAcceptedNamed'],
    takes: inputs.agency,
    permission: 'lead:propose',
    rows: [20],
  },
  confirmLead: {
    stages: { intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['leadProposed'],
    takes: inputs.nothing,
    permission: 'lead:confirm',
    rows: [20],
    minutes: 'leadConfirmed',
  },
  /**
   * An assisting agency offers to lead in the place of one that nobody represents any more; the coordinator
   * confirms it as any proposed lead.
   */
  takeOverLead: {
    stages: { intervention: 'intervention' },
    by: ['assisting'],
    needs: ['leadHandedOver'],
    takes: inputs.nothing,
    permission: 'lead:takeOver',
    rows: [20, 106],
  },
  /**
   * The role of an agency that nobody represents any more goes to another one, two business days after its
   * last seat ended.
   */
  reassign: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['roleHandedOver', 'agenciesAtTable', 'agencyMayTakeOver'],
    takes: inputs.reassign,
    permission: 'role:reassign',
    rows: [16, 20, 106],
    minutes: 'assigned',
  },
  /** The assisting role of such an agency ends without another one. */
  endRole: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['assistingHandedOver'],
    takes: inputs.from,
    permission: 'role:reassign',
    rows: [16, 20, 106],
  },
  proposeConclusion: {
    stages: { intervention: 'intervention' },
    by: ['lead'],
    needs: ['reasonGiven'],
    takes: inputs.reason,
    permission: 'conclusion:propose',
    rows: [26],
    reasons: 'conclusionReason',
  },
  conclude: {
    stages: { limited: 'concluded', planning: 'concluded', intervention: 'concluded' },
    by: ['coordinator'],
    needs: ['reasonGiven', 'toldGiven', 'riskReticked'],
    takes: inputs.conclude,
    permission: 'conclusion:conclude',
    rows: [26],
    reasons: 'conclusionReason',
    minutes: 'concluded',
    onAgenda: true,
  },
  correctConclusion: {
    stages: { concluded: 'concluded' },
    by: ['coordinator'],
    needs: ['withinCorrectionWindow', 'reasonGiven', 'toldGiven', 'riskReticked'],
    takes: inputs.conclude,
    permission: 'conclusion:conclude',
    rows: [26],
    reasons: 'conclusionReason',
  },
  reopen: {
    stages: { concluded: 'concluded' },
    toStageLeft: true,
    by: ['coordinator'],
    needs: ['withinCorrectionWindow'],
    takes: inputs.nothing,
    permission: 'conclusion:conclude',
    rows: [26],
    minutes: 'reopened',
    onAgenda: true,
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

type WithRoute = {
  [Name in MoveName]: (typeof moves)[Name] extends { permission: string } ? Name : never;
}[MoveName];
/** The moves that have a route of the form `/situations/{id}/moves/{move}`. */
export const routedMoves = (Object.keys(moves) as MoveName[]).filter(
  (name): name is WithRoute => 'permission' in moves[name],
);
export type RoutedMove = WithRoute;

/** The last part of a move's address: `recordRisk` is `record-risk`. */
export function moveAddress(name: RoutedMove): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
