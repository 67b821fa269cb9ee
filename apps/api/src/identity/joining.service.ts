import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { freshCode, hashPassword, hashRecoveryCode, hashToken } from '#access';
import { appendRefusal, Data } from '#database/door';
import {
  beginJoining,
  beginSetUp,
  issueSecondSetUpCode,
  issueSetUpCode,
  redeemInvitation,
  redeemSetUpCode,
  showDigits,
} from '#database/identity';
import { Problem } from '#edge';
import { Lanes } from '../platform/lanes.js';
import { refuseWeak } from './account.service.js';
import type { JoinRequest, SetUpRequest } from './joining.dto.js';
import { Pseudonyms } from './pseudonyms.js';
import type { Sender } from './session.service.js';

/** How people come in who have no password yet. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly data: Data,
    private readonly pseudonyms: Pseudonyms,
    private readonly lanes: Lanes,
  ) {}

  /** A new set-up code to be shown on the server's own output; undefined when nobody needs one. */
  async issueSetUpCode(requestId: string): Promise<string | undefined> {
    const code = freshCode(20);
    return (await this.data.asAuthn(requestId, (authn) => issueSetUpCode(authn, hashRecoveryCode(code))))
      ? code
      : undefined;
  }

  /** The second administrator's code; undefined where there are two. */
  async issueSecondSetUpCode(requestId: string): Promise<string | undefined> {
    const code = freshCode(20);
    return (await this.data.asAuthn(requestId, (authn) =>
      issueSecondSetUpCode(authn, hashRecoveryCode(code)),
    ))
      ? code
      : undefined;
  }

  /** @throws Problem `account.setUp.refused`, `account.password.…` */
  async setUp(request: SetUpRequest, from: Sender): Promise<void> {
    refuseWeak(request.password, [request.signInName, request.displayName]);
    const codeHash = hashRecoveryCode(request.code);
    const place = { group: from.source, part: 'set-up' };
    const source = await this.pseudonyms.source(from.address);
    const { isRight, waitMs } = await this.lanes.take(place, () =>
      this.data.asAuthn(from.requestId, (authn) => beginSetUp(authn, codeHash, source)),
    );
    const done = await this.lanes.judge(place, waitMs, async () => {
      if (!isRight) return false;
      const hash = await hashPassword(request.password);
      return this.data.asAuthn(from.requestId, (authn) => redeemSetUpCode(authn, codeHash, request, hash));
    });
    if (!done) throw await this.refused(source, 'setUp.refused', 'account.setUp.refused', from);
  }

  /** @throws Problem `invitation.refused`, `invitation.early`, `account.password.…` */
  async join(request: JoinRequest, from: Sender): Promise<void> {
    refuseWeak(request.password, []);
    const tokenHash = hashToken(request.token);
    const codeHash = request.code === undefined ? null : hashRecoveryCode(request.code);
    const place = { group: from.source, part: `joining ${tokenHash}` };
    const { outcome: allowed, waitMs } = await this.lanes.take(place, () =>
      this.data.asAuthn(from.requestId, (authn) => beginJoining(authn, tokenHash, codeHash)),
    );
    const outcome = await this.lanes.judge(place, waitMs, async () => {
      if (allowed !== 'right') return allowed;
      const hash = await hashPassword(request.password);
      return this.data.asAuthn(from.requestId, (authn) => redeemInvitation(authn, tokenHash, codeHash, hash));
    });
    if (outcome === 'early') throw new Problem('invitation.early');
    if (outcome === 'refused') {
      const source = await this.pseudonyms.source(from.address);
      throw await this.refused(source, 'invitation.refused', 'invitation.refused', from);
    }
  }

  /** @throws Problem `invitation.refused` */
  async showDigits(token: string, from: Sender): Promise<{ digits: string; until: string }> {
    const tokenHash = hashToken(token);
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    const place = { group: from.source, part: `digits ${tokenHash}` };
    const { until, waitMs } = await this.lanes.take(place, () =>
      this.data.asAuthn(from.requestId, (authn) => showDigits(authn, tokenHash, digits)),
    );
    return this.lanes.judge(place, waitMs, async () => {
      if (until !== null) return { digits, until: until.toISOString() };
      const source = await this.pseudonyms.source(from.address);
      throw await this.refused(source, 'invitation.refused', 'invitation.refused', from);
    });
  }

  private async refused(
    source: string,
    noted: string,
    code: 'account.setUp.refused' | 'invitation.refused',
    from: Sender,
  ): Promise<Problem> {
    // A refusal that cannot be noted is still a refusal.
    await this.lanes
      .take({ group: from.source, part: noted }, () =>
        this.data.asAuthn(from.requestId, (authn) => appendRefusal(authn, source, null, noted)),
      )
      .catch(() => undefined);
    return new Problem(code);
  }
}
