import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { canReach, giveTo, type Account } from './account.js';
import { sharedPlace } from './binaries.js';

/**
 * The parts of a data directory. `cluster` is what PostgreSQL calls its data directory; `socket` holds the
 * Unix socket.
 */
export interface Places {
  readonly root: string;
  readonly cluster: string;
  readonly socket: string;
  readonly log: string;
  readonly logins: string;
}

/** The kernel's limit for a socket's path: 108 bytes with the closing zero on Linux, 104 elsewhere. */
const socketPathLimit = process.platform === 'linux' ? 107 : 103;
const socketName = '.s.PGSQL.5432';

function mark(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

function ownerOnly(directory: string, account: Account): string {
  mkdirSync(directory, { recursive: true });
  const found = lstatSync(directory);
  if (!found.isDirectory()) throw new Error(`${directory} is not a directory.`);
  const ours = process.getuid?.();
  if (ours !== 0 && found.uid !== ours)
    throw new Error(
      `${directory} belongs to another account (uid ${found.uid}): start as that account, or name another directory in SITUATION_TABLE_DATA.`,
    );
  giveTo(account, directory);
  chmodSync(directory, 0o700);
  return directory;
}

/**
 * Makes the directories above, enterable but not listable for others whatever the umask: the unprivileged
 * account must get through.
 */
function makeWay(parent: string): string {
  const first = mkdirSync(parent, { recursive: true });
  if (first === undefined) return parent;
  for (let made = parent; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o711);
  return parent;
}

/**
 * The directory that PostgreSQL and its socket live in: the data directory itself, or, where the unprivileged
 * account cannot get to that (started as root under a folder that only root can read), one under /var/lib.
 * The choice is written down, so that later permissions never move a database.
 */
function serverHome(root: string, account: Account): string {
  const note = join(root, 'postgresql-is-at');
  if (existsSync(join(root, 'postgresql'))) return root;
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (canReach(account, makeWay(dirname(root)))) return root;
  const elsewhere = join(
    sharedPlace,
    `${basename(dirname(root)).replace(/[^\w-]/g, '') || 'data'}-${mark(root)}`,
  );
  mkdirSync(root, { recursive: true, mode: 0o700 });
  writeFileSync(note, `${elsewhere}\n`, { mode: 0o600 });
  return elsewhere;
}

/**
 * A directory short enough for a socket's path: in the server's home, or an owner-only one under the system's
 * temporary directory.
 */
function socketDirectory(home: string, account: Account): string {
  const beside = join(home, 'socket');
  const short = join(tmpdir(), `situation-table-${mark(home)}`);
  const chosen = [beside, short, join('/tmp', `situation-table-${mark(home)}`)].find(
    (directory) => Buffer.byteLength(join(directory, socketName)) <= socketPathLimit,
  );
  if (!chosen)
    throw new Error(
      `No directory for the Unix socket has a path of at most ${socketPathLimit} bytes: name a shorter one in SITUATION_TABLE_DATA.`,
    );
  return ownerOnly(chosen, account);
}

/** Makes the data directory and says where its parts are; every directory is open to its owner alone. */
export function preparePlaces(dataDirectory: string, account: Account): Places {
  const root = resolve(dataDirectory);
  const home = serverHome(root, account);
  if (home === root) ownerOnly(root, account);
  else {
    mkdirSync(root, { recursive: true });
    chmodSync(root, 0o700);
    mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
    ownerOnly(home, account);
  }
  return {
    root,
    cluster: ownerOnly(join(home, 'postgresql'), account),
    socket: socketDirectory(home, account),
    log: join(home, 'postgresql.log'),
    logins: join(root, 'logins.json'),
  };
}
