import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import type { AccessRequest } from './access-request.js';
import type { Account, Accounts } from './accounts.js';
import { deviceTokenOf, hashToken, tokenHashOf } from './session-cookie.js';

type Done = (error: unknown, user?: unknown) => void;
type Verify = (request: AccessRequest, options: StrategyOptions, done: Done) => void;

/** The strategies are shared by every application of a process, so each request brings its own way to the accounts. */
export interface StrategyOptions {
  readonly accounts: Accounts;
}

/** The least that passport asks of a strategy; it works on any request object, Fastify's too. */
class VerifyingStrategy extends passport.Strategy {
  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown, options?: unknown): void {
    this.verify(request as AccessRequest, options as StrategyOptions, (error, user) => {
      if (error) this.error(error);
      else if (user === undefined) this.fail(401);
      else this.success(user as object);
    });
  }
}

/** Somebody with a live session, and the token it is known by. */
export interface KnownAccount {
  readonly tokenHash: string;
  readonly account: Account;
}

/** The session cookie names a live session. */
@Injectable()
export class SessionStrategy extends PassportStrategy(VerifyingStrategy, 'session-cookie') {
  async validate(request: AccessRequest, { accounts }: StrategyOptions): Promise<KnownAccount | undefined> {
    const tokenHash = tokenHashOf(request.headers.cookie);
    if (tokenHash === undefined) return undefined;
    const account = await accounts.account(tokenHash, request.id, request.ip);
    return account && { tokenHash, account };
  }
}

/** A sign-in name and its password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(VerifyingStrategy, 'password') {
  async validate(
    request: AccessRequest,
    { accounts }: StrategyOptions,
  ): Promise<{ userId: string } | undefined> {
    const { signInName, password } = Object(request.body) as { signInName?: unknown; password?: unknown };
    // A body of another form gets the same answer as a wrong password: guards run before the body is validated.
    if (
      typeof signInName !== 'string' ||
      typeof password !== 'string' ||
      signInName.length > 64 ||
      password.length > 1024
    )
      return undefined;
    const { cookie } = request.headers;
    const device = deviceTokenOf(cookie);
    const userId = await accounts.checkPassword({
      signInName: signInName.trim().toLowerCase(),
      password,
      address: request.ip,
      requestId: request.id,
      deviceHash: device === undefined ? undefined : hashToken(device),
      sessionHash: tokenHashOf(cookie),
      isGone: () => request.raw.socket.destroyed,
    });
    return userId === undefined ? undefined : { userId };
  }
}
