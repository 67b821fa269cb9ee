import { Inject, Injectable } from '@nestjs/common';
import { derivedKey, openAccountSecret, sealAccountSecret, type KeyProvider } from '#crypto';
import { Keys } from '../platform/parts.js';

const kind = 'webhook';

/** Seals the secrets of webhooks, each for its webhook: a copy of the database signs nothing. */
@Injectable()
export class WebhookSeal {
  private readonly sealingKey: () => Promise<Buffer>;

  constructor(@Inject(Keys) keys: KeyProvider) {
    this.sealingKey = derivedKey(keys, 'signInSecret');
  }

  /** @throws where the keyring does not give the key */
  async ready(): Promise<void> {
    await this.sealingKey();
  }

  async seal(webhookId: string, secret: string): Promise<Buffer> {
    return sealAccountSecret(
      await this.sealingKey(),
      { userId: webhookId, kind },
      Buffer.from(secret, 'utf8'),
    );
  }

  /** @throws CiphertextMoved for what was sealed for another webhook */
  async open(webhookId: string, sealed: Uint8Array): Promise<string> {
    return openAccountSecret(await this.sealingKey(), { userId: webhookId, kind }, sealed).toString('utf8');
  }
}
