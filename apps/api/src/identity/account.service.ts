import { Injectable } from '@nestjs/common';
import {
  freshRecoveryCodes,
  hashPassword,
  hashRecoveryCode,
  newTotpSecret,
  passwordFault,
  totpAddress,
  verifyPassword,
  type SignedIn,
} from '#access';
import { Data } from '#database/door';
import {
  beginProof,
  cancelOwnResets,
  changeMailPreferences,
  changePassword,
  changeProfile,
  confirmTotp,
  endOwnSession,
  enrolTotp,
  getOwnAccount,
  listOwnSeats,
  listOwnSessions,
  replaceRecoveryCodes,
  type OwnAccount,
  type OwnSeat,
  type OwnSession,
} from '#database/identity';
import { NotFound, Problem } from '#edge';
import type { ChangeProfileRequest } from './account.dto.js';
import { Lanes } from '../platform/lanes.js';
import { KnownAccounts } from './known-accounts.js';
import { Proofs } from './proofs.js';

/** What people do with their own accounts. */
@Injectable()
export class AccountService {
  constructor(
    private readonly data: Data,
    private readonly accounts: KnownAccounts,
    private readonly proofs: Proofs,
    private readonly lanes: Lanes,
  ) {}

  async get({ tokenHash, requestId }: SignedIn): Promise<{ account: OwnAccount; seats: OwnSeat[] }> {
    return this.data.asAuthn(requestId, async (authn) => ({
      account: await getOwnAccount(authn, tokenHash),
      seats: await listOwnSeats(authn, tokenHash),
    }));
  }

  async changeProfile(
    { tokenHash, requestId }: SignedIn,
    version: number,
    { language, mail }: ChangeProfileRequest,
  ): Promise<{ account: OwnAccount }> {
    const account = await this.data.asAuthn(requestId, async (authn) => {
      await changeProfile(authn, tokenHash, version, language);
      if (mail !== undefined) await changeMailPreferences(authn, tokenHash, mail);
      return getOwnAccount(authn, tokenHash);
    });
    this.accounts.forget(tokenHash);
    return { account };
  }

  /** @throws Problem `account.password.…`, `account.proof.refused`, `request.tooMany` */
  async changePassword(
    { tokenHash, requestId }: SignedIn,
    password: string,
    newPassword: string,
  ): Promise<void> {
    const { account, kept } = await this.data.asAuthn(requestId, async (authn) => ({
      account: await getOwnAccount(authn, tokenHash),
      kept: await beginProof(authn, tokenHash),
    }));
    if (kept.waitSeconds > 0) throw new Problem('request.tooMany', [], kept.waitSeconds);
    if (!(await this.lanes.judgeKnown(kept.userId, () => verifyPassword(kept.hash, password))))
      throw new Problem('account.proof.refused');
    refuseWeak(newPassword, [account.signInName, account.displayName]);
    const hash = await this.lanes.judgeKnown(kept.userId, () => hashPassword(newPassword));
    await this.data.asAuthn(requestId, (authn) => changePassword(authn, tokenHash, hash));
  }

  async listSessions({ tokenHash, requestId }: SignedIn): Promise<OwnSession[]> {
    return this.data.asAuthn(requestId, (authn) => listOwnSessions(authn, tokenHash));
  }

  async endSession({ tokenHash, requestId }: SignedIn, sessionId: string): Promise<void> {
    if (!(await this.data.asAuthn(requestId, (authn) => endOwnSession(authn, tokenHash, sessionId))))
      throw new NotFound();
    this.accounts.forget(tokenHash);
  }

  /**
   * Begins setting up an authenticator; the one in use stays until the new one's first code. Returns what the
   * authenticator reads.
   */
  async enrol({ tokenHash, requestId, userId }: SignedIn): Promise<string> {
    const secret = newTotpSecret();
    const sealed = await this.proofs.seal(userId, secret);
    const account = await this.data.asAuthn(requestId, async (authn) => {
      await enrolTotp(authn, tokenHash, sealed);
      return getOwnAccount(authn, tokenHash);
    });
    const address = totpAddress(secret, account.signInName);
    secret.fill(0);
    return address;
  }

  /** @throws Problem `account.totp.notStarted`, `account.proof.refused`, `request.tooMany`, `account.stepUp.needed` */
  async confirm({ tokenHash, requestId }: SignedIn, code: string): Promise<string[]> {
    const kept = await this.data.asAuthn(requestId, (authn) => beginProof(authn, tokenHash));
    if (kept.waitSeconds > 0) throw new Problem('request.tooMany', [], kept.waitSeconds);
    if (kept.pendingSecret === null) throw new Problem('account.totp.notStarted');
    const found = await this.proofs.step(kept.userId, kept.pendingSecret, code);
    if (found === undefined) throw new Problem('account.proof.refused');
    const codes = freshRecoveryCodes();
    const confirmed = await this.data.asAuthn(requestId, (authn) =>
      confirmTotp(authn, tokenHash, found.step, codes.map(hashRecoveryCode)),
    );
    if (!confirmed) throw new Problem('account.totp.notStarted');
    return codes;
  }

  async replaceRecoveryCodes({ tokenHash, requestId }: SignedIn): Promise<string[]> {
    const codes = freshRecoveryCodes();
    await this.data.asAuthn(requestId, (authn) =>
      replaceRecoveryCodes(authn, tokenHash, codes.map(hashRecoveryCode)),
    );
    return codes;
  }

  async stopResets({ tokenHash, requestId }: SignedIn): Promise<number> {
    return this.data.asAuthn(requestId, (authn) => cancelOwnResets(authn, tokenHash));
  }
}

/** @throws Problem `account.password.…` */
export function refuseWeak(password: string, names: readonly string[]): void {
  const fault = passwordFault(password, names);
  if (fault !== undefined) throw new Problem(`account.password.${fault}`);
}
