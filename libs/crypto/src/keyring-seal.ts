import { randomBytes, scryptSync } from 'node:crypto';
import { CiphertextMoved, KeyringUnreadable } from './errors.js';
import { keyLength, openBox, sealBox } from './sealed-box.js';

/** What a sealed keyring says of its sealing. The cost is written down, so that a later version may raise it. */
export interface SealParameters {
  readonly salt: string;
  readonly cost: number;
}

const context = Buffer.from('situation-table keyring seal 1');
/**
 * 128 MB and some tenths of a second: each process pays it once, and whoever guesses pays it for each guess
 * (RFC 7914).
 */
const cost = 2 ** 17;
const mostCost = 2 ** 20;
const least = 15;

/**
 * Seals a keyring's file under a passphrase; the key that follows from it is kept, so that it is derived once
 * a process and salt.
 */
export class KeyringSeal {
  private readonly derived = new Map<string, Buffer>();
  private parameters: SealParameters | undefined;

  /** @throws RangeError for a passphrase shorter than 15 characters */
  constructor(private readonly passphrase: string) {
    if (passphrase.length < least)
      throw new RangeError(`A passphrase of the keyring has at least ${least} characters.`);
  }

  seal(plain: Buffer): { readonly parameters: SealParameters; readonly sealed: string } {
    this.parameters ??= { salt: randomBytes(16).toString('base64'), cost };
    return {
      parameters: this.parameters,
      sealed: sealBox(this.keyFor(this.parameters), context, plain).toString('base64'),
    };
  }

  /** @throws KeyringUnreadable with fault `passphrase` for another one */
  open(parameters: SealParameters, sealed: string): Buffer {
    if (!Number.isInteger(Math.log2(parameters.cost)) || parameters.cost < 2 || parameters.cost > mostCost)
      throw new KeyringUnreadable('format');
    try {
      const plain = openBox(this.keyFor(parameters), context, Buffer.from(sealed, 'base64'));
      this.parameters = parameters;
      return plain;
    } catch (error) {
      throw error instanceof CiphertextMoved ? new KeyringUnreadable('passphrase') : error;
    }
  }

  private keyFor({ salt, cost: n }: SealParameters): Buffer {
    const at = `${salt} ${n}`;
    const key =
      this.derived.get(at) ??
      scryptSync(this.passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), keyLength, {
        N: n,
        r: 8,
        p: 1,
        maxmem: 256 * n * 8,
      });
    this.derived.set(at, key);
    return key;
  }
}
