/**
 * What a task is about. `handOver`: nobody represents an agency any more that brought a situation or has a
 * role in it. `coordinatorMissing`:
 * a table has no coordinator left. `officerMissing`: an agency at a table has no privacy officer left.
 */
export const taskKinds = ['handOver', 'coordinatorMissing', 'officerMissing'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The role that nobody holds any more. */
export const handedOverRoles = ['originating', 'lead', 'assisting'] as const;
export type HandedOverRole = (typeof handedOverRoles)[number];

/** How a role ended. */
export const roleEndings = ['seatEnded', 'seatExpired', 'userDisabled', 'agencyLeft', 'agencyEnded'] as const;
export type RoleEnding = (typeof roleEndings)[number];
