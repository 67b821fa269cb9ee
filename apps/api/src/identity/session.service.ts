import { Injectable } from '@nestjs/common';
import { freshToken, hashRecoveryCode, hashToken, type SignedIn } from '#access';
import {
  appendRefusal,
  beginSecondFactor,
  Data,
  endOwnSession,
  passPassword,
  passProof,
  passSecondFactor,
} from '#database';
import { Invalid, Problem } from '#edge';
import { KnownAccounts } from './known-accounts.js';
import { Proofs } from './proofs.js';
import { Pseudonyms } from './pseudonyms.js';
import type { ProofRequest, SecondFactorRequest } from './session.dto.js';

/** Where a request comes from. */
export interface Sender {
  readonly requestId: string;
  readonly address: string;
  readonly device: string;
}

/** Signing in and out. Tokens are made here and only their hashes go on. */
@Injectable()
export class SessionService {
  constructor(
    private readonly data: Data,
    private readonly accounts: KnownAccounts,
    private readonly proofs: Proofs,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** After a right password: the token of a session, or of a challenge for the second factor. */
  async begin(
    userId: string,
    signInName: string,
    from: Sender,
  ): Promise<{ next: 'session' | 'secondFactor'; token: string }> {
    const token = freshToken();
    const tries = await this.pseudonyms.tries(signInName, from.address);
    const next = await this.data.asAuthn(from.requestId, (authn) =>
      passPassword(authn, userId, hashToken(token), from.device, tries),
    );
    if (next === null) throw new Problem('account.signIn.refused');
    return { next, token };
  }

  /** The token of the session that a challenge and its second factor begin. */
  async finish(request: SecondFactorRequest, from: Sender): Promise<string> {
    if ((request.code === undefined) === (request.recoveryCode === undefined))
      throw new Invalid([{ field: 'code', rule: 'oneOf' }]);
    const challengeHash = hashToken(request.challenge);
    const source = await this.pseudonyms.source(from.address);
    const factor = await this.data.asAuthn(from.requestId, (authn) =>
      beginSecondFactor(authn, challengeHash, source),
    );
    if (factor !== undefined && factor.waitSeconds > 0) throw new Problem('request.tooMany');
    if (factor !== undefined) {
      const proof =
        request.recoveryCode === undefined
          ? await this.proofs.step(factor.userId, factor.sealedSecret, request.code ?? '')
          : { codeHash: hashRecoveryCode(request.recoveryCode) };
      const token = freshToken();
      if (
        proof !== undefined &&
        (await this.data.asAuthn(from.requestId, (authn) =>
          passSecondFactor(authn, challengeHash, proof, hashToken(token), from.device, source),
        ))
      )
        return token;
    }
    await this.data.asAuthn(from.requestId, (authn) =>
      appendRefusal(authn, source, factor?.userId ?? null, 'signIn.secondFactorRefused'),
    );
    throw new Problem('account.signIn.refused');
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
}
