import type { KeyPlace } from './place.js';

/** A data key that only its provider can open again; both parts are stored beside the situation. */
export interface WrappedKey {
  readonly wrapped: Uint8Array;
  readonly epochId: string;
}

/** A stored data key with the place that it was wrapped for. */
export interface PlacedKey extends WrappedKey {
  readonly place: KeyPlace;
}

/** An opened data key with its place. */
export interface OpenedKey {
  readonly dataKey: Uint8Array;
  readonly place: KeyPlace;
}

/** An epoch that a provider holds, without its key. */
export interface HeldEpoch {
  readonly id: string;
  readonly beganAt: Date;
}

/**
 * What a key derived from the installation's master serves. A new use gets a word of its own, never another
 * one's key.
 */
export type DerivedPurpose =
  | 'pageCursor'
  | 'idempotency'
  | 'statistics'
  | 'calendarFeed'
  | 'signInSecret'
  | 'throttle'
  | 'repeatSignal'
  | 'backup';

/**
 * Who holds the epoch keys. Small, and asynchronous throughout, so that an outside key service fits: the
 * epoch key itself never crosses this line, only data keys do.
 */
export interface KeyProvider {
  /** The epoch that new keys are wrapped under. */
  currentEpoch(): Promise<string>;
  /** The epochs that are not destroyed, oldest first; more than one only while keys are wrapped again. */
  epochs(): Promise<readonly HeldEpoch[]>;
  /** Wraps a data key of 32 bytes under the current epoch, bound to its place. */
  wrap(dataKey: Uint8Array, place: KeyPlace): Promise<WrappedKey>;
  /**
   * Opens a wrapped data key; the caller wipes it.
   * Throws `KeyDestroyed` or `KeyUnknown` for its epoch, `CiphertextMoved` when it was wrapped for another place.
   */
  unwrap(key: WrappedKey, place: KeyPlace): Promise<Buffer>;
  /** The same as `wrap` for a page of keys, in their order: one question to an outside service. */
  wrapAll(keys: readonly OpenedKey[]): Promise<readonly WrappedKey[]>;
  /** The same as `unwrap` for a page of keys, in their order. Where one does not open, none is given. */
  unwrapAll(keys: readonly PlacedKey[]): Promise<readonly Buffer[]>;
  /** Begins a new epoch and returns its id; earlier ones still unwrap until they are destroyed. */
  beginEpoch(now?: Date): Promise<string>;
  /** Destroys an earlier epoch for ever. Throws `RangeError` for the current one, `KeyUnknown` for one never held. */
  destroyEpoch(epochId: string): Promise<void>;
  /** A key of 32 bytes for one purpose, the same for the life of the installation. */
  deriveKey(purpose: DerivedPurpose): Promise<Buffer>;
}
