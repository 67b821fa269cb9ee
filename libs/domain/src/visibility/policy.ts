import {
  attempt,
  type Attempt,
  type Checked,
  type Facts,
  type MoveName,
  type Request,
} from '../filters/index.js';
import type { Stage } from '../vocabulary/index.js';
import { scopeOf, type FieldGroup, type Grant, type Scope, type SituationRole } from './grants.js';

const hearing: readonly Stage[] = ['limited', 'planning', 'intervention'];
const open: readonly Stage[] = ['deidentified', ...hearing];
const intervening: readonly Stage[] = ['planning', 'intervention'];
const beforeFour: readonly Stage[] = ['deidentified', 'limited'];

const may = (to: readonly SituationRole[], stages: readonly Stage[]): Grant => ({
  to,
  in: stages,
  scope: 'own',
});

/**
 * Who may write what, by stage; the numbers are rows of docs/authorization-matrix.md. What the coordinator
 * enters on behalf is judged by the database.
 */
const writes = {
  /** 6, 8 */ tier2: [may(['originating'], open), may(['coordinator'], ['deidentified'])],
  /** 7, 8 */ summary: [may(['originating'], open), may(['coordinator'], ['deidentified'])],
  /** 45 */ persons: [may(['originating'], open), may(['coordinator'], ['deidentified'])],
  /** 9 */ notes: [may(['seated', 'coordinator'], beforeFour)],
  /** 11, 13 */ tier3: [may(['originating'], beforeFour)],
  /** 18 */ tier4: [may(['originating', 'intervening'], intervening)],
  /** 21 */ plan: [may(['intervening'], intervening)],
  /** 22, 23 */ reportBacks: [may(['intervening'], intervening)],
  /** 24 */ consents: [may(['originating'], hearing), may(['intervening'], intervening)],
  /** 46 */ services: [may(['intervening'], intervening)],
  /** 47 */ safetyNotes: [may(['originating', 'intervening'], intervening)],
  /** 52 */ gaps: [may(['originating', 'intervening'], intervening)],
} as const satisfies Partial<Record<FieldGroup, readonly Grant[]>>;

export type WriteGroup = keyof typeof writes;

/** The first wall as one piece, so that tests can put an open door in its place and see the second wall hold. */
export interface Policy {
  scopeOf(group: FieldGroup, stage: Stage, who: readonly SituationRole[]): Scope | undefined;
  mayWrite(group: WriteGroup, stage: Stage, who: readonly SituationRole[]): boolean;
  attempt(name: MoveName, facts: Facts, request: Request, checked: Checked): Attempt;
}

export const policy: Policy = {
  scopeOf,
  mayWrite: (group, stage, who) =>
    writes[group].some(
      (grant: Grant) => grant.in.includes(stage) && grant.to.some((role) => who.includes(role)),
    ),
  attempt,
};
