import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
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
  type ChainHead,
} from './checkpoint.js';
import { HeadTree } from './head-tree.js';
import { isSignedBy, noteText, signNote, verifierLine, type SignedNote } from './signed-note.js';

export const publicKeyName = 'checkpoints.pub';
const privateKeyName = 'checkpoint-key.pem';
/** One file a day, by the day of UTC; the one file of the first form sorts before them. */
const dayFile = /^checkpoints(?:-\d{4,}-\d{2}-\d{2})?\.txt$/;

/** A checkpoint that is in the files. */
export interface Written {
  readonly number: number;
  readonly digest: string;
}

/** Where all chains are now: what the next checkpoint is made from. */
export interface ChainState {
  readonly number: number;
  readonly at: string;
  readonly before: string | null;
  readonly heads: readonly ChainHead[];
}

/** The files of checkpoints in a folder, oldest first. */
export function checkpointFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => dayFile.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/**
 * The key that signs checkpoints: a file of its own beside the keyring, made where there is none, sealed
 * under the keyring's passphrase where there is one.
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

/** What is known of the newest file: whole notes up to `size`, and the chains as the last of them has them. */
interface Known {
  readonly path: string;
  readonly size: number;
  /** The last signature: no other note has it. */
  readonly signature: string;
  readonly last: Written;
  readonly tree: HeadTree;
}

/** The checkpoints' files, to which one process at a time appends. */
export class CheckpointFile {
  private known: Known | undefined;

  constructor(
    private readonly folder: string,
    private readonly key: KeyObject,
  ) {}

  /**
   * The last whole one. What a power cut or a kill left behind it, half written or not signed, is taken away:
   * it was never said to be there. A file that was written by nobody else since the last look is not read
   * again.
   */
  last(): Written | undefined {
    for (const path of checkpointFiles(this.folder).reverse()) {
      if (this.known?.path === path && endsWith(path, this.known)) return this.known.last;
      this.known = this.read(path);
      if (this.known !== undefined) return this.known.last;
      // Not one whole note: the day's first was cut off.
      rmSync(path);
    }
    this.known = undefined;
    return undefined;
  }

  private read(path: string): Known | undefined {
    const content = readFileSync(path, 'utf8');
    const verifier = { name: checkpointName, publicKey: createPublicKey(this.key) };
    const notes = wholeNotes(content);
    for (let end = notes.at(-1); end !== undefined && !isSignedBy(end, verifier); end = notes.at(-1))
      notes.pop();
    const size = notes.reduce((sum, note) => sum + Buffer.byteLength(noteText(note)), 0);
    const tree = new HeadTree();
    let last: Written | undefined;
    for (const { text } of notes) {
      const read = readCheckpoint(text);
      if (read === undefined) continue;
      tree.take(read.heads, read.isWhole);
      last = { number: read.number, digest: checkpointDigest(text) };
    }
    if (last === undefined) return undefined;
    if (size < statSync(path).size) {
      truncateSync(path, size);
      syncPath(path);
    }
    return { path, size, signature: notes.at(-1)?.signature ?? '', last, tree };
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

  /**
   * Signs and appends; on the disk when it returns. The first of a day lists every chain, the others those
   * that moved.
   */
  append({ number, at, before, heads }: ChainState): Written {
    this.publishKey();
    this.last();
    const path = join(this.folder, `checkpoints-${at.slice(0, 10)}.txt`);
    const isWhole =
      this.known?.path !== path || this.known.last.digest !== before || this.known.tree.hasMoreThan(heads);
    const tree = isWhole || this.known === undefined ? new HeadTree() : this.known.tree;
    const listed = isWhole ? heads : tree.changed(heads);
    tree.take(listed, isWhole);
    const text = checkpointText({
      number,
      at,
      before,
      all: { chains: tree.size, root: tree.root },
      isWhole,
      heads: listed,
    });
    const note = signNote(text, checkpointName, this.key);
    // Until it is on the disk nothing is known: what a failure leaves is read again.
    this.known = undefined;
    const isNew = !existsSync(path);
    const file = openSync(path, 'a', 0o600);
    try {
      if (isNew) fchmodSync(file, 0o600);
      writeAll(file, noteText(note));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) syncPath(this.folder);
    const last = { number, digest: checkpointDigest(text) };
    this.known = { path, size: statSync(path).size, signature: note.signature, last, tree };
    return last;
  }
}

/**
 * Notes from the beginning of a file on, as far as each is whole: a text, an empty line, a signature, an
 * empty line.
 */
function wholeNotes(content: string): SignedNote[] {
  const notes: SignedNote[] = [];
  let text: string | undefined;
  // What stands behind the last empty line is no part that is whole.
  for (const part of content.split('\n\n').slice(0, -1)) {
    if (text === undefined) text = part;
    else {
      notes.push({ text: `${text}\n`, signature: part });
      text = undefined;
    }
  }
  return notes;
}

/** Whether a file is as long as it was, and ends as it did. */
function endsWith(path: string, { size, signature }: Known): boolean {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size !== size) return false;
    const end = Buffer.from(`${signature}\n\n`);
    const found = Buffer.alloc(end.length);
    return readSync(file, found, 0, end.length, size - end.length) === end.length && found.equals(end);
  } finally {
    closeSync(file);
  }
}

/** One call may write a part only. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += writeSync(file, bytes, at));
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
