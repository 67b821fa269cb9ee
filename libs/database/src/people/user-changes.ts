import type { Session } from '../door/session.js';
import type { Person } from '../door/person.js';

/*
 * Users, invitations and seats. Errors of all: P0002 not there or not for this viewer, 40001 stale, P0001
 * with the code of a refusal (`account.stepUp.needed` among them), 42501 for another persona.
 */

/** Creates a user with a first invitation; `tokenHash` (hex) is of the token that goes to the invitee. */
export async function createUser(
  session: Session,
  person: Person,
  agencyId: string | null,
  tokenHash: string,
): Promise<{ userId: string; invitationId: string }> {
  const row = await session.one<{ user_id: string; invitation_id: string }>(
    `select c.user_id, c.invitation_id from sec.create_user($1, $2, $3, $4, decode($5, 'hex')) c`,
    [person.signInName, person.displayName, person.language, agencyId, tokenHash],
  );
  return { userId: row.user_id, invitationId: row.invitation_id };
}

/** Disabling ends the sessions and stops open invitations. Returns the new version. */
export async function changeUserStatus(
  session: Session,
  id: string,
  version: number,
  active: boolean,
): Promise<number> {
  return (
    await session.one<{ version: number }>('select sec.change_user_status($1, $2, $3) as version', [
      id,
      version,
      active,
    ])
  ).version;
}

export async function endUserSessions(session: Session, id: string): Promise<number> {
  return (await session.one<{ times: number }>('select sec.end_user_sessions($1) as times', [id])).times;
}
