import { Inject, Injectable } from '@nestjs/common';
import { totpStep, verifyPassword } from '#access';
import { derivedKey, openAccountSecret, sealAccountSecret, type KeyProvider } from '#crypto';
import { Data } from '#database/door';
import { beginProof } from '#database/identity';
import { Invalid, Problem } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { Keys } from '../platform/parts.js';
import type { ProofRequest } from './session.dto.js';

/** Judges proofs of who somebody is; authenticator secrets are opened here, for the length of one judgement. */
@Injectable()
export class Proofs {
  private readonly sealingKey: () => Promise<Buffer>;

  constructor(
    private readonly data: Data,
    @Inject(Keys) keys: KeyProvider,
    private readonly lanes: Lanes,
  ) {
    this.sealingKey = derivedKey(keys, 'signInSecret');
  }

  /** The clock step that a code stands for, or undefined when it stands for none. */
  async step(userId: string, sealedSecret: Uint8Array, code: string): Promise<{ step: number } | undefined> {
    const secret = openAccountSecret(await this.sealingKey(), { userId, kind: 'totp' }, sealedSecret);
    try {
      const step = totpStep(secret, code, Date.now());
      return step === undefined ? undefined : { step };
    } finally {
      secret.fill(0);
    }
  }

  async seal(userId: string, secret: Uint8Array): Promise<Buffer> {
    return sealAccountSecret(await this.sealingKey(), { userId, kind: 'totp' }, secret);
  }

  /**
   * The step of a right code, or null for a right password where no second factor is set up; the try is counted first.
   * @throws Problem `account.proof.refused`, `request.tooMany`; Invalid without exactly one proof
   */
  async judge(tokenHash: string, requestId: string, proof: ProofRequest): Promise<number | null> {
    if ((proof.code === undefined) === (proof.password === undefined))
      throw new Invalid([{ field: 'code', rule: 'oneOf' }]);
    const kept = await this.data.asAuthn(requestId, (authn) => beginProof(authn, tokenHash));
    if (kept.waitSeconds > 0) throw new Problem('request.tooMany', [], kept.waitSeconds);
    if (kept.sealedSecret !== null) {
      const found =
        proof.code === undefined ? undefined : await this.step(kept.userId, kept.sealedSecret, proof.code);
      if (found === undefined) throw new Problem('account.proof.refused');
      return found.step;
    }
    const { password = '' } = proof;
    if (!(await this.lanes.judgeKnown(kept.userId, () => verifyPassword(kept.hash, password))))
      throw new Problem('account.proof.refused');
    return null;
  }
}
