import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { logins, type Login } from '../cluster/roles.js';

/** The embedded cluster's superuser: only set-up and tests sign in as it. */
export const superuser = 'postgres';
export type EmbeddedLogin = Login | typeof superuser;
export type EmbeddedPasswords = Readonly<Record<EmbeddedLogin, string>>;

/**
 * The passwords of the embedded server's logins, made once and kept in an owner-only file. The socket already
 * keeps other accounts out; the passwords keep the logins apart from each other, as they are in production.
 * They are 256 random bits, so nothing needs to be stretched.
 */
export function embeddedPasswords(file: string): EmbeddedPasswords {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EmbeddedPasswords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const made = Object.fromEntries(
    [superuser, ...logins].map((name) => [name, randomBytes(32).toString('base64url')]),
  ) as EmbeddedPasswords;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
  return made;
}

/** A connection URL over the Unix socket, understood by pg and by psql. */
export function socketUrl(socket: string, database: string, login: EmbeddedLogin, password: string): string {
  return `postgresql://${login}:${password}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`;
}
