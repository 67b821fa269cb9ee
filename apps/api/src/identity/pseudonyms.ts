import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { derivedKey, type KeyProvider } from '#crypto';
import type { Tries } from '#database/identity';
import { sourceOf } from '#edge';
import { Keys } from '../platform/parts.js';

/**
 * Keyed pseudonyms of names and addresses, for counting tries: the database keeps neither what strangers type
 * nor whence.
 */
@Injectable()
export class Pseudonyms {
  private readonly key: () => Promise<Buffer>;

  constructor(@Inject(Keys) keys: KeyProvider) {
    this.key = derivedKey(keys, 'throttle');
  }

  async tries(signInName: string, address: string | undefined): Promise<Tries> {
    const source = sourceOf(address);
    return {
      pair: await this.of('pair', `${source} ${signInName}`),
      account: await this.of('account', signInName),
      source: await this.source(address),
    };
  }

  async source(address: string | undefined): Promise<string> {
    return this.of('source', sourceOf(address));
  }

  private async of(kind: string, value: string): Promise<string> {
    return createHmac('sha256', await this.key())
      .update(`${kind}\n${value}`)
      .digest('hex');
  }
}
