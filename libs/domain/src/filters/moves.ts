import type { Stage } from '../vocabulary/index.js';

/**
 * What a seat is to a situation. `asked`, `assisting` and `lead` come from the agency's own open assignment;
 * `forAgencyWithoutAccount` is the coordinator entering what an agency without an account said at the meeting.
 */
export const parts = [
  'originating',
  'coordinator',
  'seated',
  'asked',
  'assisting',
  'lead',
  'forAgencyWithoutAccount',
] as const;
export type Part = (typeof parts)[number];

/** Conditions of a move, judged in the order in which the move lists them. Source: the workflow in docs/workflow.md. */
export const needs = [
  'ownMeansExhausted',
  'riskFactorsNamed',
  'noCertainIdentifier',
  'fourPointsMet',
  'tableRuleFollowed',
  'meetingOpenWithTwoAgencies',
  'notOwnAgency',
  'riskRecorded',
  'riskNotRecorded',
  'basisGiven',
  'notTheRecorder',
  'onBehalfConfirmed',
  'onBehalfUnconfirmed',
  'hearersNamed',
  'agenciesAtTable',
  'reasonGiven',
  'joinedSituationNamed',
  'answerGiven',
  'roundOpen',
  'roundClosed',
  'partsDistinct',
  'partFree',
  'agencyHasNoPart',
  'assistingAcceptedNamed',
  'leadProposed',
  'originatorGone',
  'partHandedOver',
  'assistingHandedOver',
  'leadHandedOver',
  'agencyMayTakeOver',
  'toldGiven',
  'riskReticked',
  'withinTenMinutes',
  'withinCorrectionWindow',
] as const;
export type Need = (typeof needs)[number];

/** Parameters that moves may carry; a parameter that a move does not list is refused, never ignored. */
export const moveParameters = [
  'ownMeansExhausted',
  'fourPoints',
  'decidedBy',
  'reason',
  'joined',
  'basis',
  'agencies',
  'answer',
  'canHelp',
  'agency',
  'from',
  'lead',
  'assisting',
  'part',
  'told',
  'riskAfter',
] as const;
export type MoveParameter = (typeof moveParameters)[number];

/** One row of the workflow: the stages it leads between, who may make it, what it needs and what it carries. */
export interface Move {
  /** From each stage in which it may be made, to the stage it leads to. */
  readonly stages: Partial<Record<Stage, Stage>>;
  /** Where it leads instead when the acting assignment is the lead's. */
  readonly asLead?: Partial<Record<Stage, Stage>>;
  /** Where it leads instead when no assignment is left that is asked or accepted, and all were declined. */
  readonly whenAllDeclined?: Partial<Record<Stage, Stage>>;
  /** Returns to the stage that the situation left when it was concluded. */
  readonly toStageLeft?: true;
  readonly by: readonly Part[];
  readonly needs: readonly Need[];
  readonly takes: readonly MoveParameter[];
}

/** The workflow. What is not a row here cannot happen; the database reads the same rows as data. */
export const moves = {
  drop: { stages: { screening: 'destroyed' }, by: ['originating'], needs: [], takes: [] },
  bringToTable: {
    stages: { screening: 'deidentified' },
    by: ['originating'],
    needs: ['ownMeansExhausted', 'riskFactorsNamed', 'noCertainIdentifier'],
    takes: ['ownMeansExhausted'],
  },
  bringOnBehalf: {
    stages: { screening: 'deidentified' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'ownMeansExhausted', 'riskFactorsNamed', 'noCertainIdentifier'],
    takes: ['agency', 'ownMeansExhausted'],
  },
  confirmOnBehalf: {
    stages: { deidentified: 'deidentified' },
    by: ['originating'],
    needs: ['onBehalfUnconfirmed'],
    takes: [],
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
    takes: ['fourPoints', 'decidedBy'],
  },
  takeBackRisk: {
    stages: { deidentified: 'deidentified' },
    by: ['coordinator'],
    needs: ['riskRecorded', 'notOwnAgency'],
    takes: [],
  },
  reject: {
    stages: { deidentified: 'rejected' },
    by: ['coordinator'],
    needs: ['riskNotRecorded', 'notOwnAgency', 'meetingOpenWithTwoAgencies', 'reasonGiven'],
    takes: ['reason'],
  },
  sendBack: {
    stages: { deidentified: 'returned' },
    by: ['coordinator'],
    needs: ['notOwnAgency', 'reasonGiven', 'joinedSituationNamed'],
    takes: ['reason', 'joined'],
  },
  undo: {
    stages: { rejected: 'deidentified', returned: 'deidentified', withdrawn: 'deidentified' },
    by: ['coordinator'],
    needs: ['withinTenMinutes'],
    takes: [],
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
    takes: ['reason'],
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
    takes: ['reason'],
  },
  releaseIdentifiers: {
    stages: { deidentified: 'limited' },
    by: ['originating'],
    needs: [
      'riskRecorded',
      'notTheRecorder',
      'onBehalfConfirmed',
      'basisGiven',
      'hearersNamed',
      'agenciesAtTable',
    ],
    takes: ['basis', 'agencies'],
  },
  releaseAgain: {
    stages: { limited: 'limited' },
    by: ['originating'],
    needs: ['notTheRecorder', 'basisGiven', 'hearersNamed', 'agenciesAtTable'],
    takes: ['basis', 'agencies'],
  },
  answer: {
    stages: { limited: 'limited' },
    by: ['seated', 'forAgencyWithoutAccount'],
    needs: ['roundOpen', 'answerGiven'],
    takes: ['answer', 'canHelp', 'agency', 'basis'],
  },
  closeRound: { stages: { limited: 'limited' }, by: ['coordinator'], needs: ['roundOpen'], takes: [] },
  assign: {
    stages: { limited: 'planning' },
    by: ['coordinator'],
    needs: ['roundClosed', 'agenciesAtTable', 'partsDistinct'],
    takes: ['lead', 'assisting'],
  },
  assignAgain: {
    stages: { planning: 'planning' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'partFree', 'agencyHasNoPart'],
    takes: ['agency', 'part'],
  },
  acceptAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    asLead: { planning: 'intervention' },
    by: ['asked', 'forAgencyWithoutAccount'],
    needs: ['basisGiven'],
    takes: ['basis', 'agency'],
  },
  declineAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    whenAllDeclined: { planning: 'limited' },
    by: ['asked', 'forAgencyWithoutAccount'],
    needs: ['reasonGiven'],
    takes: ['reason', 'agency'],
  },
  addAssisting: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['agenciesAtTable', 'agencyHasNoPart'],
    takes: ['agency'],
  },
  leaveAssignment: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['assisting'],
    needs: ['reasonGiven'],
    takes: ['reason'],
  },
  proposeLead: {
    stages: { intervention: 'intervention' },
    by: ['lead'],
    needs: ['assistingAcceptedNamed'],
    takes: ['agency'],
  },
  confirmLead: {
    stages: { intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['leadProposed'],
    takes: [],
  },
  /** An assisting agency offers to lead in the place of one that nobody represents any more; the coordinator confirms it as any proposed lead. */
  takeOverLead: {
    stages: { intervention: 'intervention' },
    by: ['assisting'],
    needs: ['leadHandedOver'],
    takes: [],
  },
  /** The part of an agency that nobody represents any more goes to another one, two business days after its last seat ended. */
  reassign: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['partHandedOver', 'agenciesAtTable', 'agencyMayTakeOver'],
    takes: ['from', 'agency'],
  },
  /** The assisting part of such an agency ends without another one. */
  endPart: {
    stages: { planning: 'planning', intervention: 'intervention' },
    by: ['coordinator'],
    needs: ['assistingHandedOver'],
    takes: ['from'],
  },
  proposeConclusion: {
    stages: { intervention: 'intervention' },
    by: ['lead'],
    needs: ['reasonGiven'],
    takes: ['reason'],
  },
  conclude: {
    stages: { limited: 'concluded', planning: 'concluded', intervention: 'concluded' },
    by: ['coordinator'],
    needs: ['reasonGiven', 'toldGiven', 'riskReticked'],
    takes: ['reason', 'told', 'riskAfter'],
  },
  correctConclusion: {
    stages: { concluded: 'concluded' },
    by: ['coordinator'],
    needs: ['withinCorrectionWindow', 'reasonGiven', 'toldGiven', 'riskReticked'],
    takes: ['reason', 'told', 'riskAfter'],
  },
  reopen: {
    stages: { concluded: 'concluded' },
    toStageLeft: true,
    by: ['coordinator'],
    needs: ['withinCorrectionWindow'],
    takes: [],
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

/** The list of the codebook in which a move's `reason` must stand, active on the day. */
export const reasonList = {
  reject: 'rejectionReason',
  sendBack: 'returnReason',
  withdraw: 'withdrawalReason',
  withdrawOnBehalf: 'withdrawalReason',
  declineAssignment: 'declineReason',
  leaveAssignment: 'leaveReason',
  proposeConclusion: 'conclusionReason',
  conclude: 'conclusionReason',
  correctConclusion: 'conclusionReason',
} as const satisfies Partial<Record<MoveName, string>>;

/** The four points of acutely elevated risk, all of which must be met. Source: Ontario, Guidance on Information Sharing in MSRIMs. */
export const fourPoints = ['significantInterest', 'highProbability', 'severeHarm', 'multiAgency'] as const;

/** What an agency answers when it has heard the limited identifiers. */
export const answers = ['involved', 'shouldBeInvolved', 'notInvolved'] as const;
export type Answer = (typeof answers)[number];
