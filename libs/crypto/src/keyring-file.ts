import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyringUnreadable } from './errors.js';
import type { KeyringSeal } from './keyring-seal.js';
import { decodeKeyring, encodeKeyring, type Keyring } from './keyring.js';

const fileName = 'keyring.json';
const lockName = 'keyring.lock';
/** A change takes milliseconds: a lock of this age was left by a process that died. */
const lockStaleAfterMs = 30_000;
const lockWaitMs = 2_000;

/** What tells one version of the file from the next: a new inode, or a change of its mode or owner. */
export type KeyringStamp = string;

/** Makes the keyring's folder, owner-only. An existing one is left as it is and judged when it is read. */
export async function makeKeyringFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * Throws {@link KeyringUnreadable} unless this account alone can reach the folder. Synchronous, as reading
 * is: a look at a local file takes microseconds, and nothing can then come between the look and the use.
 */
export function stampKeyring(folder: string): KeyringStamp {
  refuseOpenFolder(folder);
  const facts = orMissing(() => statSync(join(folder, fileName), { bigint: true }));
  return `${facts.ino}:${facts.ctimeNs}:${facts.size}`;
}

/** Reads and checks the keyring. Throws {@link KeyringUnreadable}. */
export function readKeyring(folder: string, seal?: KeyringSeal): Keyring {
  refuseOpenFolder(folder);
  // No symbolic link is followed: the file that is judged is the file that is read.
  const file = orMissing(() => openSync(join(folder, fileName), constants.O_RDONLY | constants.O_NOFOLLOW));
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) throw new KeyringUnreadable('format');
    refuseOthers(facts);
    const bytes = readFileSync(file);
    try {
      return decodeKeyring(bytes, seal);
    } finally {
      bytes.fill(0);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Replaces the keyring by what `change` makes of it (given undefined when there is none), atomically: after a crash the
 * file is the old one or the new one, whole. One process changes it at a time. Returns what now stands.
 */
export async function changeKeyring(
  folder: string,
  change: (ring: Keyring | undefined) => Keyring,
  seal?: KeyringSeal,
): Promise<Keyring> {
  refuseOpenFolder(folder);
  const lock = await takeLock(folder);
  try {
    await removeLeftovers(folder);
    const before = readIfPresent(folder, seal);
    const after = change(before);
    if (after !== before) await replaceFile(folder, encodeKeyring(after, seal));
    return after;
  } finally {
    await lock.close();
    await rm(join(folder, lockName), { force: true });
  }
}

function readIfPresent(folder: string, seal: KeyringSeal | undefined): Keyring | undefined {
  try {
    return readKeyring(folder, seal);
  } catch (error) {
    if (error instanceof KeyringUnreadable && error.fault === 'missing') return undefined;
    throw error;
  }
}

async function replaceFile(folder: string, content: Buffer): Promise<void> {
  const draft = join(folder, `${fileName}.${randomUUID()}.draft`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
    content.fill(0);
  }
  await rename(draft, join(folder, fileName));
  await syncFolder(folder);
}

/** A rename is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A draft that a crash left holds keys, perhaps of an epoch that was destroyed since. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${fileName}.`) && name.endsWith('.draft'))
      await rm(join(folder, name), { force: true });
  }
}

async function takeLock(folder: string): Promise<FileHandle> {
  const path = join(folder, lockName);
  const giveUpAt = Date.now() + lockWaitMs;
  for (;;) {
    try {
      return await open(path, 'wx', 0o600);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const held = await stat(path).catch(() => undefined);
    if (held !== undefined && Date.now() - held.mtimeMs > lockStaleAfterMs) await rm(path, { force: true });
    else if (Date.now() > giveUpAt) throw new KeyringUnreadable('busy');
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function refuseOpenFolder(folder: string): void {
  const facts = orMissing(() => statSync(folder));
  if (!facts.isDirectory()) throw new KeyringUnreadable('missing');
  refuseOthers(facts);
}

function refuseOthers(facts: { readonly uid: number; readonly mode: number }): void {
  if (process.geteuid !== undefined && facts.uid !== process.geteuid()) throw new KeyringUnreadable('owner');
  if ((facts.mode & 0o077) !== 0) throw new KeyringUnreadable('permissions');
}

/** Turns what the file system says into what is wrong with the keyring, without its path. */
function orMissing<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) throw new KeyringUnreadable('missing');
    if (hasCode(error, 'EACCES') || hasCode(error, 'EPERM')) throw new KeyringUnreadable('permissions');
    if (hasCode(error, 'ELOOP')) throw new KeyringUnreadable('format');
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
