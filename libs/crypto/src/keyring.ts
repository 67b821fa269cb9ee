import { randomBytes, randomUUID } from 'node:crypto';
import { KeyDestroyed, KeyringUnreadable, KeyUnknown } from './errors.js';
import type { KeyringSeal } from './keyring-seal.js';
import { keyLength } from './sealed-box.js';

/** One epoch: data keys wrapped in its time open only while it stands. */
export interface Epoch {
  readonly id: string;
  readonly beganAt: string;
  readonly key: Buffer;
}

/** What the keyring holds. `master` is for derived keys alone; no situation's text hangs on it. */
export interface Keyring {
  readonly master: Buffer;
  readonly currentEpochId: string;
  readonly epochs: readonly Epoch[];
  readonly destroyedEpochIds: readonly string[];
}

const format = 'situation-table keyring';
const version = 1;

/** A fresh keyring with one epoch. */
export function newKeyring(now: Date): Keyring {
  const epoch = newEpoch(now);
  return { master: randomBytes(keyLength), currentEpochId: epoch.id, epochs: [epoch], destroyedEpochIds: [] };
}

/** The same keyring with one more epoch, which becomes the current one. */
export function withNewEpoch(ring: Keyring, now: Date): Keyring {
  const epoch = newEpoch(now);
  return { ...ring, currentEpochId: epoch.id, epochs: [...ring.epochs, epoch] };
}

/**
 * The same keyring without that epoch. Throws `RangeError` for the current one, {@link KeyUnknown} for one
 * never held.
 */
export function withoutEpoch(ring: Keyring, epochId: string): Keyring {
  if (epochId === ring.currentEpochId) throw new RangeError('The current epoch cannot be destroyed.');
  if (ring.destroyedEpochIds.includes(epochId)) return ring;
  epochOf(ring, epochId);
  return {
    ...ring,
    epochs: ring.epochs.filter((epoch) => epoch.id !== epochId),
    destroyedEpochIds: [...ring.destroyedEpochIds, epochId],
  };
}

/** The epoch of that id. Throws {@link KeyDestroyed} or {@link KeyUnknown}. */
export function epochOf(ring: Keyring, epochId: string): Epoch {
  const epoch = ring.epochs.find((held) => held.id === epochId);
  if (epoch !== undefined) return epoch;
  throw ring.destroyedEpochIds.includes(epochId) ? new KeyDestroyed() : new KeyUnknown();
}

/** Overwrites every key in memory. */
export function wipeKeyring(ring: Keyring): void {
  ring.master.fill(0);
  for (const epoch of ring.epochs) epoch.key.fill(0);
}

/**
 * The file's bytes: JSON, keys in base64. `sealing` says how the keys are protected in the file: `none`, or
 * `scrypt`, a passphrase's.
 * @param seal of the passphrase, where there is one
 */
export function encodeKeyring(ring: Keyring, seal?: KeyringSeal): Buffer {
  const keys = {
    master: ring.master.toString('base64'),
    currentEpochId: ring.currentEpochId,
    epochs: ring.epochs.map((epoch) => ({ ...epoch, key: epoch.key.toString('base64') })),
    destroyedEpochIds: ring.destroyedEpochIds,
  };
  const written =
    seal === undefined
      ? { format, version, sealing: 'none', ...keys }
      : { format, version, sealing: 'scrypt', ...seal.seal(Buffer.from(JSON.stringify(keys))) };
  return Buffer.from(`${JSON.stringify(written, null, 2)}\n`);
}

/**
 * Reads the file's bytes. Throws {@link KeyringUnreadable} for another version, a passphrase that is not the
 * one, or anything but a whole keyring.
 */
export function decodeKeyring(bytes: Buffer, seal?: KeyringSeal): Keyring {
  const file = parse(bytes);
  if (file['format'] !== format) throw new KeyringUnreadable('format');
  if (file['version'] !== version) throw new KeyringUnreadable('version');
  const written = keysIn(file, seal);
  const ring: Keyring = {
    master: keyIn(written['master']),
    currentEpochId: textIn(written['currentEpochId']),
    epochs: listIn(written['epochs']).map(epochIn),
    destroyedEpochIds: listIn(written['destroyedEpochIds']).map(textIn),
  };
  if (!ring.epochs.some((epoch) => epoch.id === ring.currentEpochId)) throw new KeyringUnreadable('format');
  return ring;
}

function keysIn(
  file: Readonly<Record<string, unknown>>,
  seal: KeyringSeal | undefined,
): Readonly<Record<string, unknown>> {
  // A keyring from before the passphrase is read, and sealed by its next change.
  if (file['sealing'] === 'none') return file;
  if (file['sealing'] !== 'scrypt') throw new KeyringUnreadable('version');
  if (seal === undefined) throw new KeyringUnreadable('passphrase');
  const { salt, cost } = recordIn(file['parameters']);
  const plain = seal.open({ salt: textIn(salt), cost: Number(cost) }, textIn(file['sealed']));
  try {
    return parse(plain);
  } finally {
    plain.fill(0);
  }
}

function newEpoch(now: Date): Epoch {
  return { id: randomUUID(), beganAt: now.toISOString(), key: randomBytes(keyLength) };
}

function epochIn(value: unknown): Epoch {
  const written = recordIn(value);
  return { id: textIn(written['id']), beganAt: textIn(written['beganAt']), key: keyIn(written['key']) };
}

function parse(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    return recordIn(JSON.parse(bytes.toString('utf8')));
  } catch {
    // The parser's own message would quote what it read.
    throw new KeyringUnreadable('format');
  }
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new KeyringUnreadable('format');
  return value as Readonly<Record<string, unknown>>;
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new KeyringUnreadable('format');
  return value;
}

function textIn(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new KeyringUnreadable('format');
  return value;
}

function keyIn(value: unknown): Buffer {
  const key = Buffer.from(textIn(value), 'base64');
  if (key.length !== keyLength) throw new KeyringUnreadable('format');
  return key;
}
