import { Body, Controller, Delete, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  deviceCookie,
  PasswordGuard,
  Public,
  sessionCookie,
  TheAccount,
  type SignedIn,
} from '#access';
import { Answers, AnswersNothing, type ApiRequest, Problem } from '#edge';
import { leaveBrowser } from './leave-browser.js';
import { TheSender } from './sender.js';
import {
  ProofRequest,
  ProofResponse,
  SecondFactorRequest,
  SignInRequest,
  SignInResponse,
} from './session.dto.js';
import { SessionService, type Sender } from './session.service.js';

/** The own session: begun by a password, where set up also by a second factor, and ended. */
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** Sign in with the password. */
  @Post()
  @Public()
  @UseGuards(PasswordGuard)
  @HttpCode(200)
  @Answers(SignInResponse)
  async signIn(
    @Body() body: SignInRequest,
    @TheSender() from: Sender,
    @Req() request: ApiRequest & { user?: { userId: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResponse> {
    if (request.user === undefined) throw new Problem('account.signIn.refused');
    const { next, token, deviceToken } = await this.sessions.begin(
      request.user.userId,
      body.signInName,
      from,
    );
    if (next === 'session') reply.header('set-cookie', [sessionCookie(token), deviceCookie(deviceToken)]);
    return { next, challenge: next === 'session' ? null : token };
  }

  /** Finish signing in with a code of the authenticator or a recovery code. */
  @Post('second-factor')
  @Public()
  @HttpCode(200)
  @Answers(SignInResponse)
  async secondFactor(
    @Body() body: SecondFactorRequest,
    @TheSender() from: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResponse> {
    const { token, deviceToken } = await this.sessions.finish(body, from);
    reply.header('set-cookie', [sessionCookie(token), deviceCookie(deviceToken)]);
    return { next: 'session', challenge: null };
  }

  /** Prove once more that it is you: opens for five minutes the acts that want it. */
  @Post('proof')
  @Allow('account:use')
  @HttpCode(200)
  @Answers(ProofResponse)
  async prove(@TheAccount() account: SignedIn, @Body() body: ProofRequest): Promise<ProofResponse> {
    return { holdsUntil: (await this.sessions.stepUp(account, body)).toISOString() };
  }

  /** Sign out. */
  @Delete()
  @Allow('account:use')
  @HttpCode(204)
  @AnswersNothing()
  async signOut(
    @TheAccount() account: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(account);
    leaveBrowser(reply);
  }
}
