import type { MoveName } from './moves.js';

/** Where a situation stands on an agenda, in the order in which a meeting takes them. Source: the order of a meeting in docs/workflow.md. */
export const agendaSections = ['reportBack', 'new', 'waiting', 'carriedOver'] as const;
export type AgendaSection = (typeof agendaSections)[number];

/** What minutes say of a move made while the meeting was open; a move that is no decision of the table is not here. */
export const decisionOf = {
  recordRisk: 'riskRecorded',
  reject: 'rejected',
  sendBack: 'returned',
  withdraw: 'withdrawn',
  withdrawOnBehalf: 'withdrawn',
  releaseIdentifiers: 'identifiersReleased',
  releaseAgain: 'identifiersReleased',
  assign: 'assigned',
  assignAgain: 'assigned',
  addAssisting: 'assigned',
  reassign: 'assigned',
  confirmLead: 'leadConfirmed',
  conclude: 'concluded',
  reopen: 'reopened',
} as const satisfies Partial<Record<MoveName, string>>;

/** What no move tells, so that the coordinator notes it: put off to the next meeting for more information, or reported on aloud. */
export const notedDecisions = ['moreInformation', 'reported'] as const;
export type NotedDecision = (typeof notedDecisions)[number];

export type Decision = (typeof decisionOf)[keyof typeof decisionOf] | NotedDecision;
export const decisions: readonly Decision[] = [
  ...new Set<Decision>([...Object.values(decisionOf), ...notedDecisions]),
];
