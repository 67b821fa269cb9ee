import { createHash, timingSafeEqual } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why a backup cannot be used, in words for the operator. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/**
 * Signs with a key of this installation's keyring, so that a backup that somebody altered, or another
 * installation's, is known. Hexadecimal.
 */
export type Sign = (content: string) => string;

/** One table's file in a backup of data. */
export interface DumpedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup of data says of itself; written last, so that a backup without it is no backup. */
export interface Manifest {
  readonly format: 'situation-table data';
  readonly version: 2;
  /** By the database's clock, in its snapshot. */
  readonly takenAt: string;
  /** The version of the program that made the database. */
  readonly program: string;
  /** The numbered migrations that were applied, with the SHA-256 of each. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  /** SHA-256 over every table and column with its type. */
  readonly schema: string;
  /** The months that the audit has partitions for. */
  readonly months: readonly string[];
  readonly tables: readonly DumpedTable[];
}

export const manifestName = 'manifest.json';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** True when two hexadecimal signatures are the same, in a time that does not tell where they differ. */
export function sameSignature(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}

/** Writes a file whole or not at all, readable to its owner alone, and waits for the disk. */
export function writeWhole(path: string, content: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, content, { mode: 0o600 });
  syncPath(draft);
  renameSync(draft, path);
  syncPath(dirname(path));
}

/** Waits until a file or a folder is on the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The manifest's bytes: its content, and on the last line the signature over it. */
export function sealManifest(manifest: Manifest, sign: Sign): string {
  const content = `${JSON.stringify(manifest, null, 2)}\n`;
  return `${content}${sign(content)}\n`;
}

/**
 * Reads what {@link sealManifest} wrote.
 * @throws BackupRefused for anything else, and for a version that this program does not know
 */
export function readManifest(path: string, sign: Sign): Manifest {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BackupRefused(
      `${dirname(path)} is no whole backup: it has no ${manifestName}. (A backup that was cut off has none.)`,
    );
  }
  const end = text.trimEnd().lastIndexOf('\n') + 1;
  const content = text.slice(0, end);
  if (!sameSignature(sign(content), text.slice(end).trim())) {
    throw new BackupRefused(
      `${path} was altered, or this keyring is not the one of the installation that made it.`,
    );
  }
  const manifest = JSON.parse(content) as { format: unknown; version: unknown };
  if (manifest.format !== 'situation-table data') throw new BackupRefused(`${path} is no backup of data.`);
  if (manifest.version !== 2)
    throw new BackupRefused(
      `${path} is of format ${String(manifest.version)}; this program reads format 2. Restore it with the version that made it.`,
    );
  return manifest as Manifest;
}
