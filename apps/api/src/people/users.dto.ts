import type { InvitationRow, UserRow } from '#database/people';
import { Code, Identifier, Instant, Line, mailAddress, PageQuery, Text, Truth, Whole } from '#edge';

const statuses = ['invited', 'active', 'disabled'] as const;
const languages = ['en', 'fr'] as const;

export class CreateUserRequest {
  @Line({ min: 2, max: 63, pattern: /^[a-z0-9][a-z0-9._-]{1,62}$/, folded: true }) signInName: string;
  @Line({ max: 120 }) displayName: string;
  @Code(languages) language: (typeof languages)[number];
  @Identifier({
    nullable: true,
    description: 'Whose privacy officer gives the code; null for administrators and auditors to be',
  })
  agencyId: string | null;
  @Text({
    max: 254,
    pattern: mailAddress,
    optional: true,
    description: 'Where the invitation is mailed; the answer then holds no token',
  })
  mailAddress?: string;
}

export class ChangeStatusRequest {
  @Truth() active: boolean;
}

export class UsersQuery extends PageQuery {
  @Code(statuses, { optional: true }) status?: (typeof statuses)[number];
}

export class UserResponse {
  @Identifier() id: string;
  @Text({ max: 63 }) signInName: string;
  @Text({ max: 120 }) displayName: string;
  @Code(languages) language: (typeof languages)[number];
  @Code(statuses) status: (typeof statuses)[number];
  @Instant() createdAt: string;
}

/** An invitation just made. The token is shown this once, and not again when the request is repeated. */
export class InvitedResponse {
  @Identifier() userId: string;
  @Identifier() invitationId: string;
  @Text({ max: 43, nullable: true, description: 'For the invitee alone' }) token: string | null;
}

export class SessionsEndedResponse {
  @Whole({ min: 0, max: 1000 }) ended: number;
}

export class InvitationResponse {
  @Identifier() id: string;
  @Code(['first', 'reset']) kind: 'first' | 'reset';
  @Identifier() userId: string;
  @Text({ max: 120 }) displayName: string;
  @Identifier({ nullable: true }) agencyId: string | null;
  @Truth() codeNeeded: boolean;
  @Truth({ description: 'No privacy officer can give the code: another administrator confirms' })
  waitsForAdministrator: boolean;
  @Truth() codeGiven: boolean;
  @Truth() confirmed: boolean;
  @Truth({ description: 'Somebody saw the invitee and typed the digits of their screen' })
  confirmedFaceToFace: boolean;
  @Instant() opensAt: string;
  @Instant() expiresAt: string;
  @Code(['waiting', 'redeemed', 'cancelled', 'expired']) state:
    'waiting' | 'redeemed' | 'cancelled' | 'expired';
}

/** The code goes from the privacy officer to the invitee, by another way than the token. It is shown this once. */
export class GivenCodeResponse {
  @Text({ max: 14, nullable: true }) code: string | null;
  @Instant() opensAt: string;
}

/** The six digits on the invitee's screen. */
export class FaceToFaceRequest {
  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/ }) digits: string;
}

export class ConfirmedResponse {
  @Instant() opensAt: string;
}

export function toUser(row: UserRow): UserResponse {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    displayName: row.display_name,
    language: row.language,
    status: row.status,
    createdAt: row.created_at.toISOString(),
  };
}

export function toInvitation(row: InvitationRow): InvitationResponse {
  return {
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    displayName: row.display_name,
    agencyId: row.agency_id,
    codeNeeded: row.code_needed,
    waitsForAdministrator: row.waits_for_administrator,
    codeGiven: row.code_given,
    confirmed: row.confirmed,
    confirmedFaceToFace: row.face_to_face,
    opensAt: row.opens_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    state: row.state,
  };
}
