import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, StepUp, TheAccount, type SignedIn } from '#access';
import type { OwnAccount, OwnSeat } from '#database/identity';
import {
  AnswersWhole,
  Answers,
  AnswersNothing,
  Id,
  type IfMatch,
  Tagged,
  TheVersion,
  versionTag,
} from '#edge';
import {
  ChangePasswordRequest,
  ChangeProfileRequest,
  ConfirmEnrolmentRequest,
  EnrolmentResponse,
  MeResponse,
  OwnSessionsResponse,
  ProfileResponse,
  RecoveryCodesResponse,
  ResetsStoppedResponse,
  type OwnSeatResponse,
} from './account.dto.js';
import type { MailProfileResponse } from './mail-address.dto.js';
import { AccountService } from './account.service.js';
import { leaveBrowser } from './leave-browser.js';
import { MailAddressService } from './mail-address.service.js';

/** The own account; no seat is needed. */
@Controller('me')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly addresses: MailAddressService,
  ) {}

  /** Who am I, with my seats. */
  @Get()
  @Allow('account:use')
  @Answers(MeResponse)
  async get(@TheAccount() me: SignedIn): Promise<MeResponse> {
    const { account, seats } = await this.accounts.get(me);
    return {
      userId: account.userId,
      signInName: account.signInName,
      displayName: account.displayName,
      language: account.language,
      secondFactor: account.secondFactor,
      recoveryCodesLeft: account.recoveryCodesLeft,
      stepUpHolds: account.stepUpHolds,
      sessionEndsAt: account.expiresAt.toISOString(),
      now: account.domainNow.toISOString(),
      seats: seats.map(toSeat),
    };
  }

  /** The profile; its ETag is wanted for changing it. */
  @Get('profile')
  @Allow('account:use')
  @Answers(ProfileResponse)
  async profile(@TheAccount() me: SignedIn): Promise<Tagged<ProfileResponse>> {
    return toProfile((await this.accounts.get(me)).account, await this.addresses.profile(me));
  }

  /** Change the language that the product speaks to you, and when it may send you mail. */
  @Patch('profile')
  @Allow('account:use')
  @Answers(ProfileResponse)
  async changeProfile(
    @TheAccount() me: SignedIn,
    @TheVersion() version: IfMatch,
    @Body() body: ChangeProfileRequest,
  ): Promise<Tagged<ProfileResponse>> {
    return toProfile(
      (await this.accounts.changeProfile(me, version.version, body)).account,
      await this.addresses.profile(me),
    );
  }

  /** Change the password; ends the other sessions. */
  @Put('password')
  @Allow('account:use')
  @StepUp()
  @HttpCode(204)
  @AnswersNothing()
  async changePassword(@TheAccount() me: SignedIn, @Body() body: ChangePasswordRequest): Promise<void> {
    await this.accounts.changePassword(me, body.password, body.newPassword);
  }

  /** The own live sessions. */
  @Get('sessions')
  @Allow('account:use')
  @AnswersWhole(OwnSessionsResponse)
  async sessions(@TheAccount() me: SignedIn): Promise<OwnSessionsResponse> {
    const rows = await this.accounts.listSessions(me);
    return {
      rows: rows.map((row) => ({
        id: row.id,
        device: row.device,
        startedAt: row.startedAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        endsAt: row.expiresAt.toISOString(),
        current: row.this,
      })),
    };
  }

  /** End one of the own sessions. */
  @Delete('sessions/:id')
  @Allow('account:use')
  @HttpCode(204)
  @AnswersNothing()
  async endSession(
    @TheAccount() me: SignedIn,
    @Id() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.accounts.endSession(me, id);
    if (id === me.sessionId) leaveBrowser(reply);
  }

  /** Begin setting up an authenticator (TOTP). */
  @Post('second-factor')
  @Allow('account:use')
  @StepUp()
  @Answers(EnrolmentResponse)
  async enrol(@TheAccount() me: SignedIn): Promise<EnrolmentResponse> {
    return { address: await this.accounts.enrol(me) };
  }

  /** Confirm it with its first code; returns the recovery codes. */
  @Post('second-factor/confirmation')
  @Allow('account:use')
  @StepUp()
  @HttpCode(200)
  @Answers(RecoveryCodesResponse)
  async confirm(
    @TheAccount() me: SignedIn,
    @Body() body: ConfirmEnrolmentRequest,
  ): Promise<RecoveryCodesResponse> {
    return { codes: await this.accounts.confirm(me, body.code) };
  }

  /** New recovery codes; the earlier ones stop working. */
  @Post('recovery-codes')
  @Allow('account:use')
  @StepUp()
  @Answers(RecoveryCodesResponse)
  async recoveryCodes(@TheAccount() me: SignedIn): Promise<RecoveryCodesResponse> {
    return { codes: await this.accounts.replaceRecoveryCodes(me) };
  }

  /** Stop a reset that somebody began for this account. */
  @Delete('resets')
  @Allow('account:use')
  @Answers(ResetsStoppedResponse)
  async stopResets(@TheAccount() me: SignedIn): Promise<ResetsStoppedResponse> {
    return { stopped: await this.accounts.stopResets(me) };
  }
}

function toProfile(
  { signInName, displayName, language, version }: OwnAccount,
  mail: MailProfileResponse,
): Tagged<ProfileResponse> {
  return new Tagged({ signInName, displayName, language, mail }, versionTag(version));
}

function toSeat(seat: OwnSeat): OwnSeatResponse {
  return {
    id: seat.id,
    persona: seat.persona,
    table: seat.tableId === null ? null : { id: seat.tableId, name: seat.tableName ?? '' },
    agency: seat.agencyId === null ? null : { id: seat.agencyId, name: seat.agencyName ?? '' },
    timeZone: seat.timeZone,
    endsAt: seat.endsAt.toISOString(),
    listToSee: seat.listTableId !== null,
    tableToSee: seat.listTableId === null ? null : { id: seat.listTableId, name: seat.listTableName ?? '' },
  };
}
