import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * The operating-system account that PostgreSQL runs as; `drop` is set when that is another than ours, because
 * we are root.
 */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly drop: boolean;
}

/**
 * Tried in this order when started as root: one made for us, the system's PostgreSQL account, and the one
 * every system has.
 */
const unprivileged = ['situation-table', 'postgres', 'nobody'];

/**
 * The account for the embedded server: ourselves, or as root one of the unprivileged accounts of this
 * machine, since PostgreSQL refuses to run as root.
 * @throws when we are root and /etc/passwd names none of them (initdb must be able to look its account up)
 */
export function serverAccount(): Account {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { name: 'you', uid, gid, drop: false };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of unprivileged) {
    const found = accounts.find((fields) => fields[0] === name);
    if (found && Number(found[2]) > 0)
      return { name, uid: Number(found[2]), gid: Number(found[3]), drop: true };
  }
  throw new Error(
    `PostgreSQL does not run as root and this machine has none of the accounts ${unprivileged.join(', ')}: create one, or start as an ordinary user.`,
  );
}

/** What child_process needs to run something as the account: uid and gid only when they differ from ours. */
export function identityOf(account: Account): { uid?: number; gid?: number } {
  return account.drop ? { uid: account.uid, gid: account.gid } : {};
}

/** Gives a path to the account; nothing to do when that is us. */
export function giveTo(account: Account, path: string): void {
  if (account.drop) chownSync(path, account.uid, account.gid);
}

/**
 * True when the account can enter the directory, which as root says nothing about: it is tried in a process
 * of that account.
 */
export function canReach(account: Account, directory: string): boolean {
  if (!account.drop) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
      ...identityOf(account),
      cwd: '/',
      stdio: 'ignore',
    }).status === 0
  );
}
