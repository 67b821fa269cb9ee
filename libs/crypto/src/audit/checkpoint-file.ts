import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { KeyringUnreadable } from '../errors.js';
import {
  checkpointDigest,
  checkpointName,
  checkpointText,
  readCheckpoint,
  type Checkpoint,
} from './checkpoint.js';
import { noteText, notesOf, signNote, verifierLine } from './signed-note.js';

export const checkpointsName = 'checkpoints.txt';
export const publicKeyName = 'checkpoints.pub';
const privateKeyName = 'checkpoint-key.pem';
const tailBytes = 1 << 20;

/** A checkpoint that stands in the file. */
export interface Written {
  readonly number: number;
  readonly digest: string;
}

/**
 * The key that signs checkpoints: a file of its own beside the keyring, made where there is none, sealed under the keyring's passphrase where there is one.
 * @throws KeyringUnreadable when others could read it, or the passphrase is another one
 */
export function checkpointKey(keysFolder: string, passphrase?: string): KeyObject {
  const path = join(keysFolder, privateKeyName);
  if (!existsSync(path)) makeKey(keysFolder, path, passphrase);
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const facts = fstatSync(file);
    if ((facts.mode & 0o077) !== 0) throw new KeyringUnreadable('permissions');
    if (process.getuid !== undefined && facts.uid !== process.getuid()) throw new KeyringUnreadable('owner');
    return createPrivateKey({
      key: readFileSync(file, 'utf8'),
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  } catch (error) {
    throw error instanceof KeyringUnreadable ? error : new KeyringUnreadable('passphrase');
  } finally {
    closeSync(file);
  }
}

/** Whole or not at all, and of two that make one at once the first stands. */
function makeKey(folder: string, path: string, passphrase: string | undefined): void {
  const draft = `${path}.${process.pid}.draft`;
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
  });
  writeFileSync(draft, pem, { mode: 0o600 });
  syncPath(draft);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncPath(folder);
}

/** The file of checkpoints, to which one process at a time appends. */
export class CheckpointFile {
  constructor(
    private readonly folder: string,
    private readonly key: KeyObject,
  ) {}

  /** The last whole one. What a power cut left half written behind it is taken away: it was never said to be there. */
  last(): Written | undefined {
    const path = join(this.folder, checkpointsName);
    if (!existsSync(path)) return undefined;
    const file = openSync(path, 'r+');
    try {
      const { size } = fstatSync(file);
      const tail = Buffer.alloc(Math.min(size, tailBytes));
      readSync(file, tail, 0, tail.length, size - tail.length);
      const end = tail.lastIndexOf('\n\n');
      const torn = tail.length - (end < 0 ? 0 : end + 2);
      if (torn > 0) ftruncateSync(file, size - torn);
      const last = [
        ...notesOf(
          tail
            .subarray(0, tail.length - torn)
            .toString('utf8')
            .split('\n'),
        ),
      ].at(-1);
      const read = last === undefined ? undefined : readCheckpoint(last.text);
      return last === undefined || read === undefined
        ? undefined
        : { number: read.number, digest: checkpointDigest(last.text) };
    } finally {
      closeSync(file);
    }
  }

  /** Lays the public key beside: who is to check copies it once, to where this machine cannot reach. */
  publishKey(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(
      join(this.folder, publicKeyName),
      `${verifierLine({ name: checkpointName, publicKey: createPublicKey(this.key) })}\n`,
      { mode: 0o644 },
    );
  }

  /** Signs and appends; on the disk when it returns. */
  append(checkpoint: Checkpoint): Written {
    this.publishKey();
    const text = checkpointText(checkpoint);
    const isNew = !existsSync(join(this.folder, checkpointsName));
    const file = openSync(join(this.folder, checkpointsName), 'a', 0o600);
    try {
      if (isNew) fchmodSync(file, 0o600);
      writeSync(file, noteText(signNote(text, checkpointName, this.key)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    syncPath(this.folder);
    return { number: checkpoint.number, digest: checkpointDigest(text) };
  }
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
