import { Injectable } from '@nestjs/common';
import { freshCode, hashRecoveryCode, type SignedIn } from '#access';
import { Data } from '#database/door';
import {
  confirmAddress,
  forgetAddress,
  getMailProfile,
  proposeAddress,
  type MailProfile,
} from '#database/identity';
import { Problem } from '#edge';
import { MailSeal } from '../platform/mail-seal.js';
import type { MailProfileResponse } from './mail-address.dto.js';

/**
 * Where mail for a person goes: sealed before it is kept, and used only after a code that was mailed there
 * came back.
 */
@Injectable()
export class MailAddressService {
  constructor(
    private readonly data: Data,
    private readonly seal: MailSeal,
  ) {}

  async profile({ tokenHash, requestId }: SignedIn): Promise<MailProfileResponse> {
    return this.opened(await this.data.asAuthn(requestId, (authn) => getMailProfile(authn, tokenHash)));
  }

  /** @throws Problem `account.mail.tooManyCodes` */
  async propose({ tokenHash, requestId, userId }: SignedIn, address: string): Promise<void> {
    const code = freshCode(8);
    const [pending, email] = [
      await this.seal.sealAddress(userId, address),
      await this.seal.sealEmail(userId, { address, secret: code }),
    ];
    await this.data.asAuthn(requestId, (authn) =>
      proposeAddress(authn, tokenHash, pending, hashRecoveryCode(code), email),
    );
  }

  /** @throws Problem `account.mail.codeRefused` */
  async confirm({ tokenHash, requestId }: SignedIn, code: string): Promise<void> {
    if (
      !(await this.data.asAuthn(requestId, (authn) =>
        confirmAddress(authn, tokenHash, hashRecoveryCode(code)),
      ))
    )
      throw new Problem('account.mail.codeRefused');
  }

  async forget({ tokenHash, requestId }: SignedIn): Promise<void> {
    await this.data.asAuthn(requestId, (authn) => forgetAddress(authn, tokenHash));
  }

  private async opened({
    userId,
    sealed,
    pending,
    wanted,
    quietFrom,
    quietUntil,
  }: MailProfile): Promise<MailProfileResponse> {
    const open = (box: Buffer | null): Promise<string> | null =>
      box === null ? null : this.seal.openAddress(userId, box);
    return {
      address: await open(sealed),
      pendingAddress: await open(pending),
      wanted,
      quietFrom,
      quietUntil,
    };
  }
}
