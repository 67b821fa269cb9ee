import type { Facts } from '../filters/index.js';
import type { Stage } from '../vocabulary/index.js';

/**
 * Who a seat is towards one situation, as the matrix names its columns: OR, TR, IV and CO; `hearing` holds
 * T3, `intervening` holds T4.
 */
export type SituationRole = 'originating' | 'seated' | 'recipient' | 'intervening' | 'coordinator';

/** `all` of the group's rows, or only those that the viewer's own agency wrote. */
export type Scope = 'all' | 'own';

export interface Grant {
  readonly to: readonly SituationRole[];
  readonly in: readonly Stage[];
  readonly scope: Scope;
}

const discussed: readonly Stage[] = ['deidentified'];
const heard: readonly Stage[] = ['limited', 'planning', 'intervention'];
const open: readonly Stage[] = ['deidentified', ...heard];
const intervening: readonly Stage[] = ['planning', 'intervention'];
const concluded: readonly Stage[] = ['concluded'];
const exited: readonly Stage[] = ['rejected', 'returned', 'withdrawn'];
const seats: readonly SituationRole[] = ['seated', 'coordinator'];

const all = (to: readonly SituationRole[], stages: readonly Stage[]): Grant => ({
  to,
  in: stages,
  scope: 'all',
});
const own = (to: readonly SituationRole[], stages: readonly Stage[]): Grant => ({
  to,
  in: stages,
  scope: 'own',
});

/**
 * The first wall: which group of fields whom, in which stage. Each line names the rows of
 * docs/authorization-matrix.md that it states; what no line allows is hidden, and hidden is the same as
 * absent.
 */
export const grants = {
  /** 3 */ header: [all(seats, [...open, ...concluded, ...exited])],
  /** 4 */ origin: [all(seats, open)],
  /** 5 */ author: [all(['originating', 'coordinator'], open), all(['intervening'], intervening)],
  /** 6, 8, 43 */ tier2: [all(seats, [...open, ...concluded])],
  /** 7, 8 */ summary: [all(seats, open)],
  /** 9 */ notes: [all(seats, ['deidentified', 'limited'])],
  /** 10 */ risk: [all(seats, discussed)],
  /** 11, 13, 17 */ tier3: [own(['originating'], open), all(['recipient'], heard)],
  /** 14 */ answers: [own(['seated'], ['limited']), all(['coordinator'], ['limited'])],
  /** 16, 48 */ assignments: [all(['seated'], intervening), all(['coordinator'], heard)],
  /** 18 */ tier4: [own(['originating'], intervening), all(['intervening'], intervening)],
  /** 21 */ plan: [all(['intervening'], intervening)],
  /** 22, 43 */ reportBacks: [all(seats, [...intervening, ...concluded])],
  /** 23 */ reportBackDetails: [all(['intervening'], intervening)],
  /** 24 */ consents: [own(['originating'], heard), all(['intervening', 'coordinator'], heard)],
  /** 24 */ consentDetails: [own(['originating'], heard), all(['intervening'], heard)],
  /** 25 */ ledger: [
    own(['seated'], [...heard, ...concluded]),
    all(['originating', 'coordinator'], [...heard, ...concluded]),
  ],
  /** 26 */ conclusionProposal: [all(['originating', 'intervening', 'coordinator'], open)],
  /** 26, 43 */ conclusion: [all(seats, concluded)],
  /** 42 */ exit: [all(seats, exited)],
  /** 45 */ persons: [all(seats, open)],
  /** 46 */ services: [all(seats, [...intervening, ...concluded])],
  /** 47 */ safetyNotes: [own(['originating'], intervening), all(['intervening'], intervening)],
  /** 52 */ gaps: [all(seats, [...intervening, ...concluded])],
} as const satisfies Record<string, readonly Grant[]>;

export type FieldGroup = keyof typeof grants;

/** Everything a seat is towards a situation. */
export function situationRolesOf(facts: Facts): SituationRole[] {
  const found: SituationRole[] = [];
  if (facts.roles.includes('coordinator')) found.push('coordinator');
  if (facts.roles.includes('seated')) found.push('seated');
  if (facts.roles.includes('originating')) found.push('originating');
  if (facts.holds.includes(3)) found.push('recipient');
  if (facts.holds.includes(4)) found.push('intervening');
  return found;
}

/** How much of a group these standings see in a stage; undefined is nothing. Rights add up. */
export function scopeOf(group: FieldGroup, stage: Stage, who: readonly SituationRole[]): Scope | undefined {
  const fitting = grants[group].filter(
    (grant: Grant) => grant.in.includes(stage) && grant.to.some((role) => who.includes(role)),
  );
  if (fitting.some((grant) => grant.scope === 'all')) return 'all';
  return fitting.length > 0 ? 'own' : undefined;
}
