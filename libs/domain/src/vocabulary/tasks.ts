/**
 * What a task is about. `handOver`: nobody represents an agency any more that brought a situation or has a part in it. `coordinatorMissing`:
 * a table has no coordinator left. `officerMissing`: an agency at a table has no privacy officer left.
 */
export const taskKinds = ['handOver', 'coordinatorMissing', 'officerMissing'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The personas that a task is for: of its table, or of its agency where it names one. */
export const taskReceivers = ['rep', 'coordinator', 'privacy'] as const;
export type TaskReceiver = (typeof taskReceivers)[number];

/** The role that nobody holds any more. */
export const handedOverParts = ['originating', 'lead', 'assisting'] as const;
export type HandedOverPart = (typeof handedOverParts)[number];

/** How a role ended. */
export const roleEndings = ['seatEnded', 'seatExpired', 'userDisabled', 'agencyLeft', 'agencyEnded'] as const;
export type RoleEnding = (typeof roleEndings)[number];

/** How a task was done: somebody took the role over or back, gave it back, was named for it, or the situation came to its end. */
export const taskEndings = ['takenOver', 'handedBack', 'replaced', 'ended'] as const;
export type TaskEnding = (typeof taskEndings)[number];

/** Business days after which a coordinator may act for an agency that nobody represents. Source: product.md, "Rules around it". */
export const handOverBusinessDays = 2;
