import { Injectable } from '@nestjs/common';
import { freshCode, hashPassword, hashRecoveryCode, hashToken } from '#access';
import { appendRefusal, Data, issueSetUpCode, redeemInvitation, redeemSetUpCode } from '#database';
import { Problem } from '#edge';
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
  ) {}

  /** A new set-up code to be shown on the server's own output; undefined when nobody needs one. */
  async issueSetUpCode(requestId: string): Promise<string | undefined> {
    const code = freshCode(20);
    return (await this.data.asAuthn(requestId, (authn) => issueSetUpCode(authn, hashRecoveryCode(code))))
      ? code
      : undefined;
  }

  /** @throws Problem `account.setUp.refused`, `account.password.…`, `request.tooMany` */
  async setUp(request: SetUpRequest, from: Sender): Promise<void> {
    refuseWeak(request.password, [request.signInName, request.displayName]);
    const [source, hash] = [await this.pseudonyms.source(from.address), await hashPassword(request.password)];
    const done = await this.data.asAuthn(from.requestId, (authn) =>
      redeemSetUpCode(authn, hashRecoveryCode(request.code), source, request, hash),
    );
    if (!done) throw await this.refused(source, 'setUp.refused', 'account.setUp.refused', from);
  }

  /** @throws Problem `invitation.refused`, `invitation.early`, `account.password.…`, `request.tooMany` */
  async join(request: JoinRequest, from: Sender): Promise<void> {
    refuseWeak(request.password, []);
    const [source, hash] = [await this.pseudonyms.source(from.address), await hashPassword(request.password)];
    const codeHash = request.code === undefined ? null : hashRecoveryCode(request.code);
    const outcome = await this.data.asAuthn(from.requestId, (authn) =>
      redeemInvitation(authn, hashToken(request.token), codeHash, source, hash),
    );
    if (outcome === 'early') throw new Problem('invitation.early');
    if (outcome === 'refused')
      throw await this.refused(source, 'invitation.refused', 'invitation.refused', from);
  }

  private async refused(
    source: string,
    noted: string,
    code: 'account.setUp.refused' | 'invitation.refused',
    from: Sender,
  ): Promise<Problem> {
    await this.data.asAuthn(from.requestId, (authn) => appendRefusal(authn, source, null, noted));
    return new Problem(code);
  }
}
