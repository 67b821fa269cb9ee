import type { KeyProvider, WrappedKey } from './key-provider.js';
import type { KeyPlace } from './place.js';
import { rewrapAll } from './tier-key.js';

/** A wrapped key as the database keeps it, and what it says there of itself. */
export interface StoredWrappedKey extends WrappedKey {
  readonly kind: string;
  readonly place: KeyPlace;
}

/** The same key under the current epoch; `from` is the epoch that it left. */
export interface RewrappedKey extends StoredWrappedKey {
  readonly from: string;
}

/** What rotation asks of whoever stores wrapped keys. */
export interface KeyStore {
  /** From its return on nothing can be stored under that epoch. Safe to repeat. */
  retire(epochId: string): Promise<void>;
  /** All stored keys, page after page, of each page those that still stand under a retired epoch. */
  toRewrap(limit: number): AsyncIterable<readonly StoredWrappedKey[]>;
  /** Replaces keys that still stand under the epoch they left; returns how many did. */
  store(keys: readonly RewrappedKey[]): Promise<number>;
  /** Records that an epoch's key is destroyed. @throws while a key is left under it */
  noteDestroyed(epochId: string): Promise<void>;
}

/** What a rotation is told and tells. */
export interface RotationSteps {
  /**
   * Called when everything stands under the new epoch and the old one can still be opened: the moment to
   * write the key dump again.
   */
  beforeDestroying?(): Promise<void>;
  /** When the epoch begins; the process's own time unless given. */
  readonly now?: Date;
  progress?(rewrapped: number): void;
}

export interface Rotation {
  readonly epochId: string;
  readonly rewrapped: number;
  readonly destroyed: number;
}

/** How long an epoch lasts: what was destroyed is gone from every backup after at most this. */
export const epochMs = 7 * 24 * 60 * 60 * 1000;
const aheadMs = 60 * 60 * 1000;
const batch = 1_000;

/**
 * Begins an epoch, wraps every stored key again and destroys the epochs before it. One that was cut off is
 * finished before another begins, so that it may be called at any time. What was destroyed in the database
 * has no key to wrap, and is with this gone from every copy.
 * @throws what the provider or the store throws; the old epochs then still stand, and the next call goes on
 */
export async function rotateKeys(
  provider: KeyProvider,
  store: KeyStore,
  steps: RotationSteps = {},
): Promise<Rotation> {
  if ((await provider.epochs()).length === 1) await provider.beginEpoch(steps.now);
  const epochId = await provider.currentEpoch();
  const old = (await provider.epochs()).filter(({ id }) => id !== epochId);
  for (const { id } of old) await store.retire(id);
  let rewrapped = 0;
  for await (const keys of store.toRewrap(batch)) {
    if (keys.length === 0) continue;
    const wrapped = await rewrapAll(provider, keys);
    rewrapped += await store.store(
      wrapped.flatMap((again, i) =>
        keys.slice(i, i + 1).map((key) => ({ ...key, ...again, from: key.epochId })),
      ),
    );
    steps.progress?.(rewrapped);
  }
  await steps.beforeDestroying?.();
  for (const { id } of old) {
    await store.noteDestroyed(id);
    await provider.destroyEpoch(id);
  }
  return { epochId, rewrapped, destroyed: old.length };
}

/**
 * Whether an epoch has lasted its week, or a rotation was cut off. @param now wall clock: a demo's clock
 * never rolls keys
 */
export async function rotationIsDue(provider: KeyProvider, now: Date): Promise<boolean> {
  const epochs = await provider.epochs();
  const current = await provider.currentEpoch();
  // One that begins in the future was begun by a clock that was set back since: it would last as much longer.
  return (
    epochs.length > 1 ||
    epochs.some(
      ({ id, beganAt }) =>
        id === current &&
        (now.getTime() - beganAt.getTime() >= epochMs || beganAt.getTime() - now.getTime() > aheadMs),
    )
  );
}
