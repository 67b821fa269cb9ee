import { randomBytes } from 'node:crypto';
import { KeyMisplaced, KeyWiped } from './errors.js';
import type { KeyProvider, PlacedKey, WrappedKey } from './key-provider.js';
import { isSameKeyPlace, type KeyPlace } from './place.js';
import { keyLength } from './sealed-box.js';

/** An opened data key. It knows its place, shows nothing when printed, and is of no use once wiped. */
export class TierKey {
  #bytes: Buffer | undefined;

  constructor(
    bytes: Buffer,
    readonly place: KeyPlace,
  ) {
    if (bytes.length !== keyLength) throw new RangeError('A data key has 32 bytes.');
    this.#bytes = bytes;
  }

  /**
   * The key's bytes for one place. Throws {@link KeyMisplaced} for another situation or tier, {@link
   * KeyWiped} after its end.
   */
  bytesFor(place: KeyPlace): Uint8Array {
    if (this.#bytes === undefined) throw new KeyWiped();
    if (!isSameKeyPlace(this.place, place)) throw new KeyMisplaced();
    return this.#bytes;
  }

  /** Overwrites the key with zeros. */
  wipe(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
  }
}

/** A data key that was just made: `dek` to seal with now, the rest to store. */
export interface NewTierKey extends WrappedKey {
  readonly dek: TierKey;
}

/** Makes the data key of a situation's tier. The caller wipes `dek`; {@link withNewTierKey} does it by itself. */
export async function newTierKey(provider: KeyProvider, place: KeyPlace): Promise<NewTierKey> {
  const bytes = randomBytes(keyLength);
  try {
    const { wrapped, epochId } = await provider.wrap(bytes, place);
    return { dek: new TierKey(bytes, place), wrapped, epochId };
  } catch (error) {
    bytes.fill(0);
    throw error;
  }
}

/** Makes a data key, works with it, and wipes it however the work ends. */
export async function withNewTierKey<T>(
  provider: KeyProvider,
  place: KeyPlace,
  work: (key: NewTierKey) => Promise<T> | T,
): Promise<T> {
  const key = await newTierKey(provider, place);
  try {
    return await work(key);
  } finally {
    key.dek.wipe();
  }
}

/**
 * Opens a stored data key, works with it, and wipes it however the work ends. Throws what
 * `KeyProvider.unwrap` throws.
 */
export async function withTierKey<T>(
  provider: KeyProvider,
  place: KeyPlace,
  stored: WrappedKey,
  work: (dek: TierKey) => Promise<T> | T,
): Promise<T> {
  const dek = new TierKey(await provider.unwrap(stored, place), place);
  try {
    return await work(dek);
  } finally {
    dek.wipe();
  }
}

/** Wraps a page of stored data keys again under the current epoch; the texts sealed under them stay as they are. */
export async function rewrapAll(
  provider: KeyProvider,
  keys: readonly PlacedKey[],
): Promise<readonly WrappedKey[]> {
  const opened = await provider.unwrapAll(keys);
  try {
    return await provider.wrapAll(
      opened.flatMap((dataKey, i) => keys.slice(i, i + 1).map(({ place }) => ({ dataKey, place }))),
    );
  } finally {
    for (const key of opened) key.fill(0);
  }
}
