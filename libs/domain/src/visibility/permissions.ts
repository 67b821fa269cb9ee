/** The six personas of the authorization matrix; each is a PostgreSQL role of the same name. */
export const personas = ['rep', 'coordinator', 'auditor', 'administrator', 'privacy', 'projector'] as const;
export type Persona = (typeof personas)[number];

/**
 * What a route may be used for: the rows of docs/authorization-matrix.md that it serves and the personas that it lets in.
 * Everybody else is refused (403) before anything is read; which *rows* a persona then finds is the business of tiers and grants.
 */
export interface Permission {
  readonly rows: readonly number[];
  readonly personas: readonly Persona[];
}

const seated = ['rep', 'coordinator'] as const;
const everyone = ['rep', 'coordinator', 'auditor', 'administrator', 'privacy'] as const;

export const permissions = {
  // identity
  'account:use': { rows: [57], personas: everyone },
  // situations
  'situation:read': { rows: [3, 4, 5, 6, 7, 8], personas: seated },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;
