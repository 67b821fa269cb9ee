import type { Move } from './move.js';
import { moves } from './moves.js';

/**
 * Where a situation stands on an agenda, in the order in which a meeting takes them. Source: the order of a
 * meeting in docs/workflow.md.
 */
export const agendaSections = ['reportBack', 'new', 'waiting', 'carriedOver'] as const;
export type AgendaSection = (typeof agendaSections)[number];

type MinutesOf<M> = M extends { readonly minutes: infer Word } ? Word : never;

/**
 * What no move tells, so that the coordinator notes it: put off to the next meeting for more information, or
 * reported on aloud.
 */
export const notedDecisions = ['moreInformation', 'reported'] as const;
export type NotedDecision = (typeof notedDecisions)[number];

/** What minutes say: the word of a move that is a decision of the table, or what was noted. */
export type Decision = MinutesOf<(typeof moves)[keyof typeof moves]> | NotedDecision;
const decided = Object.values<Move>(moves).map(({ minutes }) => minutes) as (Decision | undefined)[];
export const decisions: readonly Decision[] = [
  ...new Set([...decided.filter((word) => word !== undefined), ...notedDecisions]),
];
