import type { ListName, Stage } from '../vocabulary/index.js';
import type { RequestShape } from './inputs.js';

/**
 * What a seat is to a situation. `asked`, `assisting` and `lead` come from the agency's own open assignment;
 * `forAgencyWithoutAccount` is the coordinator entering what an agency without an account said at the meeting.
 */
export type Role =
  'originating' | 'coordinator' | 'seated' | 'asked' | 'assisting' | 'lead' | 'forAgencyWithoutAccount';

/** Conditions of a move, judged in the order in which the move lists them. Source: the workflow in docs/workflow.md. */
export type Need =
  | 'ownMeansExhausted'
  | 'riskFactorsNamed'
  | 'noCertainIdentifier'
  | 'fourPointsMet'
  | 'tableRuleFollowed'
  | 'meetingOpenWithTwoAgencies'
  | 'notOwnAgency'
  | 'riskRecorded'
  | 'riskNotRecorded'
  | 'basisGiven'
  | 'notTheRecorder'
  | 'onBehalfConfirmed'
  | 'onBehalfUnconfirmed'
  | 'notTheBringer'
  | 'recipientsNamed'
  | 'agenciesAtTable'
  | 'reasonGiven'
  | 'joinedSituationNamed'
  | 'answerGiven'
  | 'roundOpen'
  | 'roundClosed'
  | 'partsDistinct'
  | 'roleFree'
  | 'agencyHasNoRole'
  | 'assistingAcceptedNamed'
  | 'leadProposed'
  | 'originatorGone'
  | 'roleHandedOver'
  | 'assistingHandedOver'
  | 'leadHandedOver'
  | 'agencyMayTakeOver'
  | 'toldGiven'
  | 'riskReticked'
  | 'withinTenMinutes'
  | 'withinCorrectionWindow';

/** One row of the workflow; everything that is particular to a move and not its effect is said here. */
export interface Move {
  /** From each stage in which it may be made, to the stage it leads to. */
  readonly stages: Partial<Record<Stage, Stage>>;
  /** Where it leads instead when the acting assignment is the lead's. */
  readonly asLead?: Partial<Record<Stage, Stage>>;
  /** Where it leads instead when no assignment is left that is asked or accepted, and all were declined. */
  readonly whenAllDeclined?: Partial<Record<Stage, Stage>>;
  /** Returns to the stage that the situation left when it was concluded. */
  readonly toStageLeft?: true;
  readonly by: readonly Role[];
  readonly needs: readonly Need[];
  /** What a request carries; anything else is refused, never ignored. */
  readonly takes: RequestShape;
  /** The word that its route is allowed by. Absent where a route of its own begins or drops a situation. */
  readonly permission?: string;
  /** The rows of docs/authorization-matrix.md that it serves. */
  readonly rows?: readonly number[];
  /** The list of the codebook in which its `reason` must be, active on the day. */
  readonly reasons?: ListName;
  /** What minutes say of it when it is made while a meeting is open. Absent: it is no decision of the table. */
  readonly minutes?: string;
  /** Made while a meeting is open, it puts the situation on that meeting's agenda. */
  readonly onAgenda?: true;
  /** The move by which the coordinator takes it back for ten minutes. */
  readonly undo?: 'undo';
  /** Cannot be taken back: a screen asks for a moment's hold before it is sent. */
  readonly final?: true;
  /** Shows to nobody but the coordinator: it changes no version and notifies no screen. */
  readonly quiet?: true;
}
