import { Injectable } from '@nestjs/common';
import { freshToken, hashRecoveryCode, hashToken, type SignedIn } from '#access';
import { appendRefusal, Data, type Queries } from '#database/door';
import {
  beginSecondFactor,
  endOwnSession,
  keepsDevice,
  passPassword,
  passProof,
  passSecondFactor,
  type SecondFactor,
} from '#database/identity';
import { Invalid, Problem } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { KnownAccounts } from './known-accounts.js';
import { Proofs } from './proofs.js';
import { Pseudonyms } from './pseudonyms.js';
import type { ProofRequest, SecondFactorRequest } from './session.dto.js';

/** Where a request comes from. */
export interface Sender {
  readonly requestId: string;
  readonly address: string | undefined;
  /** The address as one source: what the throttle counts together. */
  readonly source: string;
  /** What the browser says that it is. */
  readonly device: string;
  readonly deviceToken: string | undefined;
  /** SHA-256 (hex) of the session that it came with. */
  readonly sessionHash: string | undefined;
  /** Whether the sender has hung up. */
  readonly isGone: () => boolean;
}

/** The tokens of a sign-in that went through; the device's stays in the browser. */
export interface SignInTokens {
  readonly token: string;
  readonly deviceToken: string;
}

/** Signing in and out. Tokens are made here and only their hashes go on. */
@Injectable()
export class SessionService {
  constructor(
    private readonly data: Data,
    private readonly accounts: KnownAccounts,
    private readonly proofs: Proofs,
    private readonly pseudonyms: Pseudonyms,
    private readonly lanes: Lanes,
  ) {}

  /** After a right password: the token of a session, or of a challenge for the second factor. */
  async begin(
    userId: string,
    signInName: string,
    from: Sender,
  ): Promise<SignInTokens & { next: 'session' | 'secondFactor' }> {
    const token = freshToken();
    const tries = await this.pseudonyms.tries(signInName, from.address);
    const { next, deviceToken } = await this.data.asAuthn(from.requestId, async (authn) => {
      const device = await deviceTokenFor(authn, from);
      return {
        deviceToken: device,
        next: await passPassword(authn, userId, left(token, device, from), tries),
      };
    });
    if (next === null) throw new Problem('account.signIn.refused');
    if (next === 'session') this.forgetOver(from);
    return { next, token, deviceToken };
  }

  /** The tokens of the session that a challenge and its second factor begin. */
  async finish(request: SecondFactorRequest, from: Sender): Promise<SignInTokens> {
    if ((request.code === undefined) === (request.recoveryCode === undefined))
      throw new Invalid([{ field: 'code', rule: 'oneOf' }]);
    const challengeHash = hashToken(request.challenge);
    const deviceHash = from.deviceToken === undefined ? undefined : hashToken(from.deviceToken);
    const place = { group: from.source, part: challengeHash };
    const factor = await this.lanes.take(place, () =>
      this.data.asAuthn(from.requestId, (authn) =>
        beginSecondFactor(authn, challengeHash, deviceHash, request.recoveryCode !== undefined),
      ),
    );
    if (factor !== undefined && factor.waitSeconds > 0)
      throw new Problem('request.tooMany', [], factor.waitSeconds);
    const judged = { group: from.source, part: `factor ${factor?.userId ?? ''}` };
    const passed = await this.lanes.judge(
      judged,
      factor?.waitMs ?? 0,
      () => this.judgeFactor(challengeHash, factor, request, from),
      from.isGone,
    );
    if (passed === undefined) throw new Problem('account.signIn.refused');
    this.forgetOver(from);
    return passed;
  }

  async end({ tokenHash, requestId }: SignedIn): Promise<void> {
    await this.data.asAuthn(requestId, (authn) => endOwnSession(authn, tokenHash, null));
    this.accounts.forget(tokenHash);
  }

  /** Notes a fresh proof and returns until when it holds (outside meetings). */
  async stepUp({ tokenHash, requestId }: SignedIn, request: ProofRequest): Promise<Date> {
    const step = await this.proofs.judge(tokenHash, requestId, request);
    if (!(await this.data.asAuthn(requestId, (authn) => passProof(authn, tokenHash, step))))
      throw new Problem('account.proof.refused');
    this.accounts.forget(tokenHash);
    return new Date(Date.now() + 5 * 60_000);
  }

  private async judgeFactor(
    challengeHash: string,
    factor: SecondFactor | undefined,
    request: SecondFactorRequest,
    from: Sender,
  ): Promise<SignInTokens | undefined> {
    const proof =
      factor === undefined
        ? undefined
        : request.recoveryCode === undefined
          ? await this.proofs.step(factor.userId, factor.sealedSecret, request.code ?? '')
          : { codeHash: hashRecoveryCode(request.recoveryCode) };
    const token = freshToken();
    const source = await this.pseudonyms.source(from.address);
    return this.data.asAuthn(from.requestId, async (authn) => {
      const deviceToken = await deviceTokenFor(authn, from);
      if (
        proof !== undefined &&
        (await passSecondFactor(authn, challengeHash, proof, left(token, deviceToken, from)))
      )
        return { token, deviceToken };
      await appendRefusal(authn, source, factor?.userId ?? null, 'signIn.secondFactorRefused');
      return undefined;
    });
  }

  /** The session that the browser came with has ended. */
  private forgetOver({ sessionHash }: Sender): void {
    if (sessionHash !== undefined) this.accounts.forget(sessionHash);
  }
}

/** What a sign-in leaves behind: a session or challenge, and a device that is known from then on. */
function left(token: string, deviceToken: string, from: Sender) {
  return {
    tokenHash: hashToken(token),
    label: from.device,
    deviceHash: hashToken(deviceToken),
    overHash: from.sessionHash,
  };
}

/** The token that the browser has, where somebody signed in with it before; else a new one. */
async function deviceTokenFor(authn: Queries, { deviceToken }: Sender): Promise<string> {
  const keeps = deviceToken !== undefined && (await keepsDevice(authn, hashToken(deviceToken)));
  return keeps ? deviceToken : freshToken();
}
