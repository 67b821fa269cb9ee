import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { KeyProvider } from '#crypto';
import type { Tries } from '#database';
import { Keys } from '../parts.js';

/** Keyed pseudonyms of names and addresses, for counting tries: the database keeps neither what strangers type nor whence. */
@Injectable()
export class Pseudonyms {
  private key: Promise<Buffer> | undefined;

  constructor(@Inject(Keys) private readonly keys: KeyProvider) {}

  async tries(signInName: string, address: string): Promise<Tries> {
    const source = networkOf(address);
    return {
      pair: await this.of('pair', `${source} ${signInName}`),
      account: await this.of('account', signInName),
      source: await this.source(address),
    };
  }

  async source(address: string): Promise<string> {
    return this.of('source', networkOf(address));
  }

  private async of(kind: string, value: string): Promise<string> {
    this.key ??= this.keys.deriveKey('throttle');
    return createHmac('sha256', await this.key)
      .update(`${kind}\n${value}`)
      .digest('hex');
  }
}

/** One subscriber has a whole /64 of IPv6, so that its addresses count as one. */
function networkOf(address: string | undefined): string {
  // Whoever has hung up meanwhile has no address any more.
  if (address === undefined) return '';
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.slice(0, 4).join(':');
}
