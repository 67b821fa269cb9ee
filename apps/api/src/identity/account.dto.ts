import { ApiProperty } from '@nestjs/swagger';
import { seatPersonas, type SeatPersona } from '#domain/visibility';
import { Code, Identifier, Instant, Part, Parts, Text, Truth, Whole } from '#edge';
import { MailPreferencesRequest, MailProfileResponse } from './mail-address.dto.js';

export class NamedResponse {
  @Identifier() id: string;
  @Text({ max: 120 }) name: string;
}

/** A seat to act through: send its id in the header Seat. */
export class OwnSeatResponse {
  @Identifier() id: string;
  @Code(seatPersonas) persona: SeatPersona;
  @Part(() => NamedResponse, { nullable: true }) table: NamedResponse | null;
  @Part(() => NamedResponse, { nullable: true }) agency: NamedResponse | null;
  @Text({ max: 60, nullable: true }) timeZone: string | null;
  @Instant() endsAt: string;
  @Truth({
    description: 'Read the list of the table (`GET /tables/{id}/founding`) and say so before any work',
  })
  listToSee: boolean;
  @Part(() => NamedResponse, {
    nullable: true,
    description:
      'The table of that list: the table of this seat, or for an officer the first table of the agency',
  })
  tableToSee: NamedResponse | null;
}

/** Who I am, with my seats. */
export class MeResponse {
  @Identifier() userId: string;
  @Text({ max: 64 }) signInName: string;
  @Text({ max: 120 }) displayName: string;
  @Code(['en', 'fr']) language: 'en' | 'fr';
  @Truth() secondFactor: boolean;
  @Whole({ min: 0, max: 10 }) recoveryCodesLeft: number;
  @Truth({ description: 'Whether a proof given lately still opens the acts that want one' })
  stepUpHolds: boolean;
  @Instant() sessionEndsAt: string;
  @Instant({ description: 'The time at which work happens; a demo may be ahead of the wall clock' })
  now: string;
  @Parts(() => OwnSeatResponse, { max: 100 }) seats: OwnSeatResponse[];
}

export class ProfileResponse {
  @Text({ max: 64 }) signInName: string;
  @Text({ max: 120 }) displayName: string;
  @Code(['en', 'fr']) language: 'en' | 'fr';
  @Part(() => MailProfileResponse) mail: MailProfileResponse;
}

export class ChangeProfileRequest {
  @Code(['en', 'fr']) language: 'en' | 'fr';
  @Part(() => MailPreferencesRequest, { optional: true, description: 'Left out, it stays as it is' })
  mail?: MailPreferencesRequest;
}

/**
 * A new password, and the proof that it is you: the code where an authenticator is set up, and the present
 * password always.
 */
export class ChangePasswordRequest {
  @Text({ max: 1024 }) password: string;
  @Text({ max: 1024, description: '15 to 128 characters; a sentence is good' }) newPassword: string;
}

export class OwnSessionResponse {
  @Identifier() id: string;
  @Text({ max: 200, min: 0 }) device: string;
  @Instant() startedAt: string;
  @Instant() lastSeenAt: string;
  @Instant() endsAt: string;
  @Truth({ description: 'The session of this request' }) current: boolean;
}

export class OwnSessionsResponse {
  @Parts(() => OwnSessionResponse, { max: 1000 }) rows: OwnSessionResponse[];
}

/** Shown once: the secret as an authenticator reads it. */
export class EnrolmentResponse {
  @Text({ max: 300 }) address: string;
}

export class ConfirmEnrolmentRequest {
  @Text({ max: 6, pattern: /^\d{6}$/ }) code: string;
}

/** Shown once: each signs in once where the authenticator is lost. */
export class RecoveryCodesResponse {
  @ApiProperty({ type: 'array', items: { type: 'string', maxLength: 19 }, minItems: 10, maxItems: 10 })
  codes: string[];
}

export class ResetsStoppedResponse {
  @Whole({ min: 0, max: 100 }) stopped: number;
}
