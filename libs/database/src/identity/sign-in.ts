import type { Queries } from '../door/session.js';

/*
 * Signing in, as the authn login may do it: a function of the database each (migration sign-in). Hashes and
 * pseudonyms are bytes written as hexadecimal; waits are seconds, 0 to go on.
 */

/**
 * What of a sign-in anybody can choose: keyed pseudonyms (hex, 32 bytes) of name with address, of the name,
 * and of the address.
 */
export interface Tries {
  readonly pair: string;
  readonly account: string;
  readonly source: string;
}

/** What a browser came with, as hashes (hex): the token of a device that was known, and of a session. */
export interface Brought {
  readonly deviceHash: string | undefined;
  readonly sessionHash: string | undefined;
}

/** What a sign-in leaves behind. */
export interface Beginning {
  /** SHA-256 (hex) of the token of the session, or of the challenge. */
  readonly tokenHash: string;
  /** What the browser says that it is. */
  readonly label: string;
  /** SHA-256 (hex) of the device's token. */
  readonly deviceHash: string;
  /** The session that the browser came with; it ends. */
  readonly overHash: string | undefined;
}

/** How a sign-in goes on. */
export interface SignInBegun {
  readonly userId: string | null;
  readonly hash: string | null;
  /** It comes from a device or a session of this very person, so that no stranger can stand in its way. */
  readonly known: boolean;
  readonly waitMs: number;
}

/** Counts the try and finds whose password is to be verified; both null for a name that nobody active has. */
export async function beginSignIn(
  authn: Queries,
  signInName: string,
  { deviceHash, sessionHash }: Brought,
  tries: Tries,
): Promise<SignInBegun> {
  const row = await authn.one<{
    user_id: string | null;
    hash: string | null;
    known: boolean;
    wait_ms: number;
  }>(
    `select b.user_id, b.hash, b.known, b.wait_ms from sec.begin_sign_in($1, decode($2, 'hex'), decode($3, 'hex'), decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex')) b`,
    [signInName, deviceHash ?? null, sessionHash ?? null, tries.pair, tries.account, tries.source],
  );
  return { userId: row.user_id, hash: row.hash, known: row.known, waitMs: row.wait_ms };
}

/** Whether somebody signed in with this device's token before, so that the browser keeps it. */
export async function keepsDevice(authn: Queries, deviceHash: string): Promise<boolean> {
  return (
    await authn.one<{ kept: boolean }>(`select sec.keeps_device(decode($1, 'hex')) as kept`, [deviceHash])
  ).kept;
}

/**
 * What a right password leads to: a session, or a challenge for the second factor; null when the account
 * ended meanwhile.
 */
export async function passPassword(
  authn: Queries,
  userId: string,
  { tokenHash, label, deviceHash, overHash }: Beginning,
  tries: Tries,
): Promise<'session' | 'secondFactor' | null> {
  const row = await authn.one<{ next: 'session' | 'secondFactor' | null }>(
    `select sec.pass_password($1, decode($2, 'hex'), $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex'), decode($7, 'hex'), decode($8, 'hex')) as next`,
    [userId, tokenHash, label, deviceHash, overHash ?? null, tries.pair, tries.account, tries.source],
  );
  return row.next;
}

/** A second factor to be judged by the application, which alone can open the secret. */
export interface SecondFactor {
  readonly userId: string;
  readonly sealedSecret: Buffer;
  readonly lastStep: number;
  /** The pause that the try makes, in milliseconds. */
  readonly waitMs: number;
  /** Until a try is judged again; 0 to go on. */
  readonly waitSeconds: number;
}

/** Counts the try; undefined for a challenge that is unknown, over, or tried five times. */
export async function beginSecondFactor(
  authn: Queries,
  challengeHash: string,
  deviceHash: string | undefined,
  byRecoveryCode: boolean,
): Promise<SecondFactor | undefined> {
  const row = await authn.maybe<{
    user_id: string;
    sealed_secret: Buffer;
    last_step: string;
    wait_ms: number;
    wait_seconds: number;
  }>(
    `select b.user_id, b.sealed_secret, b.last_step, b.wait_ms, b.wait_seconds from sec.begin_second_factor(decode($1, 'hex'), decode($2, 'hex'), $3) b`,
    [challengeHash, deviceHash ?? null, byRecoveryCode],
  );
  return (
    row && {
      userId: row.user_id,
      sealedSecret: row.sealed_secret,
      lastStep: Number(row.last_step),
      waitMs: row.wait_ms,
      waitSeconds: row.wait_seconds,
    }
  );
}

/**
 * Begins the session of a challenge by a step of the clock or a recovery code's hash; false when it is wrong
 * or used.
 */
export async function passSecondFactor(
  authn: Queries,
  challengeHash: string,
  proof: { readonly step: number } | { readonly codeHash: string },
  { tokenHash, label, deviceHash, overHash }: Beginning,
): Promise<boolean> {
  const row = await authn.one<{ session: string | null }>(
    `select sec.pass_second_factor(decode($1, 'hex'), $2, decode($3, 'hex'), decode($4, 'hex'), $5, decode($6, 'hex'), decode($7, 'hex')) as session`,
    [
      challengeHash,
      'step' in proof ? proof.step : null,
      'codeHash' in proof ? proof.codeHash : null,
      tokenHash,
      label,
      deviceHash,
      overHash ?? null,
    ],
  );
  return row.session !== null;
}
