import { KeyringUnreadable, KeyUnknown } from './errors.js';
import { hkdfSha256 } from './hkdf.js';
import type {
  DerivedPurpose,
  HeldEpoch,
  KeyProvider,
  OpenedKey,
  PlacedKey,
  WrappedKey,
} from './key-provider.js';
import {
  changeKeyring,
  type KeyringStamp,
  makeKeyringFolder,
  readKeyring,
  stampKeyring,
} from './keyring-file.js';
import { KeyringSeal } from './keyring-seal.js';
import { epochOf, type Keyring, newKeyring, wipeKeyring, withNewEpoch, withoutEpoch } from './keyring.js';
import { type KeyPlace, wrapContext } from './place.js';
import { keyLength, openBox, sealBox } from './sealed-box.js';

/**
 * The keyring in a file of its own folder, owner-only. Whoever can become this account or root on the server
 * can read it; an outside key service is the answer to that, behind the same interface.
 * The file is looked at before each use, so an epoch destroyed by another process is gone here too.
 */
export class FileKeyProvider implements KeyProvider {
  #ring: Keyring | undefined;
  #stamp: KeyringStamp | undefined;
  #lastChange: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly seal: KeyringSeal | undefined,
  ) {}

  /**
   * Opens an existing keyring that must hold every epoch the database's stored keys were wrapped under: the keyring of
   * another installation, or one from before a roll, is refused before anything is sealed under it.
   * Throws `KeyringUnreadable`, with fault `missing` when there is none, `passphrase` when it is sealed under
   * another; `KeyUnknown`, `KeyDestroyed`.
   */
  static async open(
    folder: string,
    epochsInUse: readonly string[] = [],
    passphrase?: string,
  ): Promise<FileKeyProvider> {
    return FileKeyProvider.opened(
      folder,
      epochsInUse,
      passphrase === undefined ? undefined : new KeyringSeal(passphrase),
    );
  }

  private static async opened(
    folder: string,
    epochsInUse: readonly string[],
    seal: KeyringSeal | undefined,
  ): Promise<FileKeyProvider> {
    const provider = new FileKeyProvider(folder, seal);
    await provider.currentEpoch();
    for (const epochId of epochsInUse) provider.#with((ring) => epochOf(ring, epochId));
    return provider;
  }

  /**
   * Opens the keyring, or makes folder and keyring with one epoch where there is none. For a first start only: over a
   * database where something was sealed, a missing keyring is a loss to report, not a gap to fill.
   */
  static async openOrCreate(
    folder: string,
    now: Date = new Date(),
    passphrase?: string,
  ): Promise<FileKeyProvider> {
    const seal = passphrase === undefined ? undefined : new KeyringSeal(passphrase);
    await makeKeyringFolder(folder);
    if (isMissing(folder)) wipeKeyring(await changeKeyring(folder, (ring) => ring ?? newKeyring(now), seal));
    return FileKeyProvider.opened(folder, [], seal);
  }

  async currentEpoch(): Promise<string> {
    return this.#with((ring) => ring.currentEpochId);
  }

  async epochs(): Promise<readonly HeldEpoch[]> {
    return this.#with((ring) => ring.epochs.map(({ id, beganAt }) => ({ id, beganAt: new Date(beganAt) })));
  }

  async wrap(dataKey: Uint8Array, place: KeyPlace): Promise<WrappedKey> {
    const [wrapped] = await this.wrapAll([{ dataKey, place }]);
    if (wrapped === undefined) throw new KeyUnknown();
    return wrapped;
  }

  async wrapAll(keys: readonly OpenedKey[]): Promise<readonly WrappedKey[]> {
    if (keys.some(({ dataKey }) => dataKey.length !== keyLength))
      throw new RangeError('A data key has 32 bytes.');
    return this.#with((ring) => {
      const epoch = epochOf(ring, ring.currentEpochId);
      return keys.map(({ dataKey, place }) => ({
        wrapped: sealBox(epoch.key, wrapContext(place, epoch.id), dataKey),
        epochId: epoch.id,
      }));
    });
  }

  async unwrap(key: WrappedKey, place: KeyPlace): Promise<Buffer> {
    const [opened] = await this.unwrapAll([{ ...key, place }]);
    if (opened === undefined) throw new KeyUnknown();
    return opened;
  }

  async unwrapAll(keys: readonly PlacedKey[]): Promise<readonly Buffer[]> {
    return this.#with((ring) => {
      const opened: Buffer[] = [];
      try {
        for (const { wrapped, epochId, place } of keys)
          opened.push(openBox(epochOf(ring, epochId).key, wrapContext(place, epochId), wrapped));
        return opened;
      } catch (error) {
        for (const key of opened) key.fill(0);
        throw error;
      }
    });
  }

  async beginEpoch(now: Date = new Date()): Promise<string> {
    return this.#change((ring) => withNewEpoch(ring, now));
  }

  async destroyEpoch(epochId: string): Promise<void> {
    await this.#change((ring) => withoutEpoch(ring, epochId));
  }

  async deriveKey(purpose: DerivedPurpose): Promise<Buffer> {
    return this.#with((ring) =>
      hkdfSha256(ring.master, Buffer.alloc(0), Buffer.from(`situation-table ${purpose} 1`), keyLength),
    );
  }

  /** Wipes the keys in memory, for an orderly stop; the next use reads the file again. */
  async close(): Promise<void> {
    await this.#lastChange;
    this.#forget();
  }

  /**
   * One change after the other: between processes the lock file sees to it, within this one it would only
   * make them wait.
   */
  #change(change: (ring: Keyring) => Keyring): Promise<string> {
    const next = this.#lastChange.then(() => this.#changeFile(change));
    this.#lastChange = next.catch(() => undefined);
    return next;
  }

  async #changeFile(change: (ring: Keyring) => Keyring): Promise<string> {
    const seen: Keyring[] = [];
    try {
      const after = await changeKeyring(
        this.folder,
        (ring) => {
          if (ring === undefined) throw new KeyringUnreadable('missing');
          seen.push(ring);
          return change(ring);
        },
        this.seal,
      );
      seen.push(after);
      return after.currentEpochId;
    } finally {
      seen.forEach(wipeKeyring);
      this.#forget();
    }
  }

  /** `use` is synchronous, so that no reload can wipe a key from under it. */
  #with<T>(use: (ring: Keyring) => T): T {
    const stamp = stampKeyring(this.folder);
    if (this.#ring === undefined || stamp !== this.#stamp) {
      this.#forget();
      this.#ring = readKeyring(this.folder, this.seal);
      this.#stamp = stamp;
    }
    return use(this.#ring);
  }

  #forget(): void {
    if (this.#ring !== undefined) wipeKeyring(this.#ring);
    this.#ring = undefined;
    this.#stamp = undefined;
  }
}

function isMissing(folder: string): boolean {
  try {
    stampKeyring(folder);
    return false;
  } catch (error) {
    if (error instanceof KeyringUnreadable && error.fault === 'missing') return true;
    throw error;
  }
}
