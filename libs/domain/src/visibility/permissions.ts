import { moves, routedMoves, type Move, type RoutedMove } from '../filters/index.js';

/**
 * The six personas of the authorization matrix; each is a PostgreSQL role of the same name. A projector has
 * no seat.
 */
export const personas = ['rep', 'coordinator', 'auditor', 'administrator', 'privacy', 'projector'] as const;
export type Persona = (typeof personas)[number];

/** The personas that a person can hold a seat as. */
export const seatPersonas = [
  'rep',
  'coordinator',
  'auditor',
  'administrator',
  'privacy',
] as const satisfies readonly Persona[];
export type SeatPersona = (typeof seatPersonas)[number];

/**
 * What a route may be used for: the rows of docs/authorization-matrix.md that it serves and the personas that
 * it lets in.
 * Everybody else is refused (403) before anything is read; which *rows* a persona then finds is the business
 * of tiers and grants.
 */
export interface Permission {
  readonly rows: readonly number[];
  readonly personas: readonly Persona[];
  /** The own account: open to whoever is signed in, before a seat is chosen. */
  readonly seatless?: true;
}

const seated = ['rep', 'coordinator'] as const;

type MovePermission = (typeof moves)[RoutedMove]['permission'];

/** Whom a move's route lets in: the personas that can have the roles by which it may be made. */
function personasOf({ by }: Move): Persona[] {
  const found: Persona[] = [];
  if (by.some((role) => role !== 'coordinator' && role !== 'forAgencyWithoutAccount')) found.push('rep');
  if (by.includes('coordinator') || by.includes('forAgencyWithoutAccount')) found.push('coordinator');
  return found;
}

/** The permissions of the moves; moves that share a word serve the rows of each. */
function movePermissions(): Readonly<Record<MovePermission, Permission>> {
  const found: Partial<Record<MovePermission, Permission>> = {};
  for (const name of routedMoves) {
    const move: Move & { permission: MovePermission } = moves[name];
    const earlier = found[move.permission];
    found[move.permission] = {
      rows: [...new Set([...(earlier?.rows ?? []), ...(move.rows ?? [])])],
      personas: [...new Set([...(earlier?.personas ?? []), ...personasOf(move)])],
    };
  }
  return found as Record<MovePermission, Permission>;
}

export const permissions = {
  // moves of a situation
  ...movePermissions(),
  // identity
  'account:use': { rows: [57], personas: seatPersonas, seatless: true },
  'notice:read': { rows: [57], personas: seatPersonas },
  // administration
  'agency:read': { rows: [37], personas: seatPersonas },
  'agency:manage': { rows: [37], personas: ['administrator'] },
  'table:read': { rows: [58], personas: ['rep', 'coordinator', 'administrator', 'privacy'] },
  'table:manage': { rows: [58], personas: ['administrator'] },
  'holiday:read': { rows: [58], personas: ['rep', 'coordinator', 'administrator'] },
  'holiday:manage': { rows: [58], personas: ['administrator'] },
  'settings:propose': { rows: [37, 58], personas: ['administrator', 'coordinator', 'privacy'] },
  'settings:approve': { rows: [37, 58], personas: ['administrator', 'privacy'] },
  'user:manage': { rows: [36], personas: ['administrator'] },
  'invitation:read': { rows: [36, 53], personas: ['administrator', 'privacy', 'coordinator'] },
  'invitation:code': { rows: [53], personas: ['privacy'] },
  'invitation:faceToFace': { rows: [53], personas: ['privacy', 'administrator'] },
  'invitation:confirm': { rows: [36], personas: ['coordinator', 'administrator'] },
  'invitation:cancel': { rows: [36, 53], personas: ['administrator', 'privacy'] },
  'seat:read': { rows: [35], personas: ['rep', 'coordinator', 'administrator', 'privacy'] },
  'seat:offer': { rows: [35], personas: ['coordinator', 'administrator'] },
  'seat:approve': { rows: [35], personas: ['privacy', 'administrator'] },
  'seat:refuse': { rows: [35], personas: ['privacy', 'administrator', 'coordinator'] },
  'seat:end': { rows: [35], personas: ['coordinator', 'administrator', 'privacy'] },
  'joining:read': { rows: [107], personas: ['rep', 'coordinator', 'administrator', 'privacy'] },
  'joining:sayYes': { rows: [107], personas: ['coordinator', 'privacy'] },
  'joining:refuse': { rows: [107], personas: ['coordinator', 'privacy', 'administrator'] },
  'founding:read': { rows: [107], personas: ['rep', 'coordinator', 'administrator', 'privacy'] },
  'founding:confirm': { rows: [107], personas: ['coordinator', 'privacy'] },
  'founding:see': { rows: [107], personas: ['rep', 'coordinator', 'privacy'] },
  'administration:told': { rows: [107], personas: ['coordinator', 'privacy', 'administrator'] },
  'administration:audit': { rows: [34], personas: ['auditor', 'administrator'] },
  'administration:chains': { rows: [56], personas: ['administrator'] },
  'administration:upkeep': { rows: [56], personas: ['administrator'] },
  'webhook:manage': { rows: [61], personas: ['administrator'] },
  'demoClock:advance': { rows: [62], personas: ['administrator'] },
  // situations; a coordinator is let in where the matrix answers 404, so that the walls give that answer
  'screening:write': { rows: [1, 2], personas: seated },
  'screening:preview': { rows: [50], personas: seated },
  'situation:bring': { rows: [1], personas: seated },
  'situation:bringOnBehalf': { rows: [6, 7], personas: ['coordinator'] },
  'situation:read': { rows: [3, 4, 5, 6, 7, 8, 10, 42, 43, 45, 48], personas: seated },
  'situation:correct': { rows: [6, 7, 8, 45], personas: seated },
  'situation:note': { rows: [9], personas: seated },
  'situation:preview': { rows: [50], personas: seated },
  'tier3:read': { rows: [11, 13, 17, 45], personas: seated },
  'tier3:write': { rows: [11, 13, 45], personas: seated },
  'tier4:read': { rows: [18], personas: seated },
  'tier4:write': { rows: [18], personas: seated },
  'youth:use': { rows: [19], personas: seated },
  'plan:use': { rows: [21], personas: seated },
  'reportBack:read': { rows: [22, 23], personas: seated },
  'reportBack:write': { rows: [22, 23], personas: ['rep'] },
  'consent:read': { rows: [24], personas: seated },
  'consent:write': { rows: [24], personas: ['rep'] },
  'ledger:read': { rows: [25], personas: seated },
  'task:read': { rows: [106], personas: ['rep', 'coordinator', 'privacy'] },
  'task:takeOver': { rows: [106], personas: ['rep'] },
  'task:handBack': { rows: [106], personas: ['privacy'] },
  'whoSaw:read': { rows: [32], personas: ['rep'] },
  'service:write': { rows: [46], personas: ['rep'] },
  'safety:use': { rows: [47], personas: seated },
  'events:stream': { rows: [60], personas: seated },
  // privacy officer
  'privacy:ledger': { rows: [24, 25], personas: ['privacy'] },
  'privacy:audit': { rows: [32, 33, 45, 46, 47], personas: ['privacy'] },
  'audit:counts': { rows: [33], personas: ['coordinator', 'privacy'] },
  'privacy:review': { rows: [33], personas: ['privacy'] },
  // the end of a situation; the officer's rights stand in words under the matrix's table
  'retention:read': { rows: [37], personas: ['privacy'] },
  'hold:set': { rows: [39], personas: ['privacy'] },
  'hold:ask': { rows: [39], personas: ['rep'] },
  'hold:read': { rows: [39], personas: seated },
  'opening:read': { rows: [27], personas: ['coordinator', 'privacy'] },
  'opening:ask': { rows: [27], personas: ['privacy'] },
  'opening:second': { rows: [27], personas: ['coordinator', 'privacy'] },
  'destruction:ask': { rows: [37], personas: ['privacy'] },
  'destruction:second': { rows: [37], personas: ['coordinator'] },
  // statistics
  'statistics:ownTable': { rows: [30], personas: seated },
  'statistics:acrossTables': { rows: [28, 31], personas: ['auditor'] },
  'export:ask': { rows: [31], personas: ['auditor'] },
  'export:approve': { rows: [31], personas: ['auditor', 'privacy'] },
  'gap:write': { rows: [52], personas: ['rep'] },
  // meetings
  'meeting:read': { rows: [44], personas: seated },
  'meeting:convene': { rows: [44], personas: ['coordinator'] },
  'attendance:mark': { rows: [44], personas: ['coordinator'] },
  'agenda:read': { rows: [40, 44, 48], personas: seated },
  'agenda:note': { rows: [40, 44], personas: ['coordinator'] },
  'card:put': { rows: [44, 59], personas: ['coordinator'] },
  'projector:control': { rows: [59], personas: ['coordinator'] },
  'week:read': { rows: [1, 3, 12, 14, 16, 20, 26, 48], personas: seated },
  // codebook
  'codebook:read': { rows: [37, 54], personas: seatPersonas },
  'codebook:propose': { rows: [54], personas: ['coordinator', 'administrator'] },
  'codebook:publish': { rows: [54], personas: ['administrator'] },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;
