import type { Session } from '../door/session.js';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface InvitationRow {
  readonly id: string;
  readonly kind: 'first' | 'reset';
  readonly user_id: string;
  readonly display_name: string;
  readonly agency_id: string | null;
  readonly code_needed: boolean;
  readonly code_given: boolean;
  readonly confirmed: boolean;
  readonly waits_for_administrator: boolean;
  readonly face_to_face: boolean;
  readonly opens_at: Date;
  readonly expires_at: Date;
  readonly state: 'waiting' | 'redeemed' | 'cancelled' | 'expired';
  readonly place: string;
}

const invitationColumns = `i.id, i.kind, i.user_id, u.display_name, i.agency_id, i.code_needed, i.officer_id is not null as code_given, i.second_id is not null as confirmed,
  i.code_needed and cardinality(i.voucher_agencies) = 0 as waits_for_administrator, i.face_by is not null as face_to_face,
  i.opens_at, i.expires_at,
  case when i.redeemed_at is not null then 'redeemed' when i.cancelled_at is not null then 'cancelled' when i.expires_at <= clock_timestamp() then 'expired' else 'waiting' end as state,
  ${utcExact('i.created_at')} as place`;

/** $1 invitation */
export const invitationById = new Read<InvitationRow>(
  'agencies.invitation',
  `
select ${invitationColumns}
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where i.id = $1`,
);

/** $1 $2 before creation and id, $3 limit */
export const invitationRows = Read.inOrder<InvitationRow>(
  'agencies.invitations',
  `
select ${invitationColumns}
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where $1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid)
order by i.created_at desc, i.id desc limit $3`,
);

/** Confirms an invitee by the digits on their screen; false when they are not right, and the try is counted. */
export async function confirmFaceToFace(
  session: Session,
  invitation: string,
  digits: string,
): Promise<boolean> {
  return (
    await session.one<{ confirmed: boolean }>('select sec.confirm_face_to_face($1, $2) as confirmed', [
      invitation,
      digits,
    ])
  ).confirmed;
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

/**
 * Puts the invitee's half of an invitation into the mail, with the invitation itself. @throws P0002 for
 * another's invitation
 */
export async function mailInvitation(session: Session, invitationId: string, email: Buffer): Promise<void> {
  await session.rows('select sec.mail_invitation($1, $2)', [invitationId, email]);
}
