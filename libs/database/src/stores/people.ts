import type { Session } from '../door/session.js';
import type { Person } from './sign-in.js';

/*
 * Users, invitations and seats. Errors of all: P0002 not there or not for this viewer, 40001 stale, P0001 with the code of a refusal
 * (`account.stepUp.needed` among them), 42501 for another persona.
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

/** Begins a reset, or a new first invitation for somebody who has not come yet; earlier invitations stop. */
export async function startReset(session: Session, userId: string, tokenHash: string): Promise<string> {
  return (
    await session.one<{ id: string }>(`select sec.start_reset($1, decode($2, 'hex')) as id`, [
      userId,
      tokenHash,
    ])
  ).id;
}

/** The privacy officer's word: the code's hash (hex). Returns when the invitation opens. */
export async function giveCode(session: Session, invitation: string, codeHash: string): Promise<Date> {
  return (
    await session.one<{ opens_at: Date }>(`select sec.give_code($1, decode($2, 'hex')) as opens_at`, [
      invitation,
      codeHash,
    ])
  ).opens_at;
}

/** The second word, of a coordinator or another administrator. Returns when the invitation opens. */
export async function confirmInvitation(session: Session, invitation: string): Promise<Date> {
  return (
    await session.one<{ opens_at: Date }>('select sec.confirm_invitation($1) as opens_at', [invitation])
  ).opens_at;
}

export async function cancelInvitation(session: Session, invitation: string): Promise<void> {
  await session.rows('select sec.cancel_invitation($1)', [invitation]);
}

/** A seat as it is offered; which of table, agency and employer it has follows from the persona. */
export interface OfferedSeat {
  readonly signInName: string;
  readonly persona: string;
  readonly tableId: string | null;
  readonly agencyId: string | null;
  readonly employerAgencyId: string | null;
  readonly endsAt: string;
}

export async function offerSeat(session: Session, seat: OfferedSeat): Promise<string> {
  return (
    await session.one<{ id: string }>('select sec.offer_seat($1, $2, $3, $4, $5, $6) as id', [
      seat.signInName,
      seat.persona,
      seat.tableId,
      seat.agencyId,
      seat.employerAgencyId,
      seat.endsAt,
    ])
  ).id;
}

/** Returns the seat that the offer became, or that it renewed. */
export async function approveSeat(session: Session, offer: string): Promise<string> {
  return (await session.one<{ id: string }>('select sec.approve_seat($1) as id', [offer])).id;
}

/** Refuses an offer, or withdraws the own one. */
export async function refuseSeat(session: Session, offer: string): Promise<void> {
  await session.rows('select sec.refuse_seat($1)', [offer]);
}

export async function endSeat(session: Session, seat: string, version: number): Promise<number> {
  return (await session.one<{ version: number }>('select sec.end_seat($1, $2) as version', [seat, version]))
    .version;
}

/** Returns the offer that now waits for approval, or null when the seat is renewed already. */
export async function renewSeat(
  session: Session,
  seat: string,
  version: number,
  endsAt: string,
): Promise<string | null> {
  return (
    await session.one<{ offer: string | null }>('select sec.renew_seat($1, $2, $3) as offer', [
      seat,
      version,
      endsAt,
    ])
  ).offer;
}

export async function seeNotice(session: Session, notice: string): Promise<void> {
  await session.rows('select sec.see_notice($1)', [notice]);
}
