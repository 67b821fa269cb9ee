import type { Queries } from '../door/session.js';

/*
 * Signing in, as the authn login may do it: a function of the database each (migration sign-in). Hashes and pseudonyms are bytes
 * written as hexadecimal; waits are seconds, 0 to go on.
 */

/** What of a sign-in anybody can choose: keyed pseudonyms (hex, 32 bytes) of name with address, of the name, and of the address. */
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

/** What a right password leads to: a session, or a challenge for the second factor; null when the account ended meanwhile. */
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

/** Begins the session of a challenge by a step of the clock or a recovery code's hash; false when it is wrong or used. */
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

/** Notes a refusal that has no context of its own; coalesced by the database. */
export async function appendRefusal(
  authn: Queries,
  source: string,
  userId: string | null,
  code: string,
): Promise<void> {
  await authn.rows(`select sec.append_refusal(decode($1, 'hex'), $2, $3)`, [source, userId, code]);
}

/** A refusal to somebody who acts through a seat. */
export interface SeatRefusal {
  readonly tokenHash: string;
  readonly seatId: string;
  readonly code: string;
  /** Method and pattern of the route, never an address with what was sent. */
  readonly asked: string;
  readonly objectId: string | undefined;
  /** Answered as if absent, rather than denied. */
  readonly isHidden: boolean;
}

/** Notes it for the audit; the same one again within a minute is counted. */
export async function noteSeatRefusal(
  authn: Queries,
  { tokenHash, seatId, code, asked, objectId, isHidden }: SeatRefusal,
): Promise<void> {
  await authn.rows(`select sec.note_refusal(decode($1, 'hex'), $2, $3, $4, $5, $6)`, [
    tokenHash,
    seatId,
    code,
    asked,
    objectId ?? null,
    isHidden ? 'hide' : 'deny',
  ]);
}

/** Keeps the hash of a new set-up code; false when the installation has its administrator or is a demo. */
export async function issueSetUpCode(authn: Queries, codeHash: string): Promise<boolean> {
  return (
    await authn.one<{ issued: boolean }>(`select sec.issue_set_up_code(decode($1, 'hex')) as issued`, [
      codeHash,
    ])
  ).issued;
}

/** Keeps the hash of a new set-up code for a second administrator; false where there are two, or in a demo. */
export async function issueSecondSetUpCode(authn: Queries, codeHash: string): Promise<boolean> {
  return (
    await authn.one<{ issued: boolean }>(`select sec.issue_second_set_up_code(decode($1, 'hex')) as issued`, [
      codeHash,
    ])
  ).issued;
}

/** The person who becomes the first administrator, or an invited person's choice. */
export interface Person {
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
}

/** Whether that is the set-up code, and the pause in milliseconds that the try makes. */
export async function beginSetUp(
  authn: Queries,
  codeHash: string,
  source: string,
): Promise<{ isRight: boolean; waitMs: number }> {
  const row = await authn.one<{ is_right: boolean; wait_ms: number }>(
    `select b.is_right, b.wait_ms from sec.begin_set_up(decode($1, 'hex'), decode($2, 'hex')) b`,
    [codeHash, source],
  );
  return { isRight: row.is_right, waitMs: row.wait_ms };
}

/** Makes the first administrator; false when the code is not right. */
export async function redeemSetUpCode(
  authn: Queries,
  codeHash: string,
  person: Person,
  passwordHash: string,
): Promise<boolean> {
  const row = await authn.one<{ made: string | null }>(
    `select sec.redeem_set_up_code(decode($1, 'hex'), $2, $3, $4, $5) as made`,
    [codeHash, person.signInName, person.displayName, person.language, passwordHash],
  );
  return row.made !== null;
}

/** How an invitation stands for who has this link and code, and the pause in milliseconds that the try makes. */
export async function beginJoining(
  authn: Queries,
  tokenHash: string,
  codeHash: string | null,
): Promise<{ standing: 'right' | 'refused' | 'early'; waitMs: number }> {
  const row = await authn.one<{ standing: 'right' | 'refused' | 'early'; wait_ms: number }>(
    `select b.standing, b.wait_ms from sec.begin_joining(decode($1, 'hex'), decode($2, 'hex')) b`,
    [tokenHash, codeHash],
  );
  return { standing: row.standing, waitMs: row.wait_ms };
}

/** Sets the password of an invited person. 'refused' does not say why; 'early' is right, but in its day of notice. */
export async function redeemInvitation(
  authn: Queries,
  tokenHash: string,
  codeHash: string | null,
  passwordHash: string,
): Promise<'redeemed' | 'refused' | 'early'> {
  const row = await authn.one<{ outcome: 'redeemed' | 'refused' | 'early' }>(
    `select sec.redeem_invitation(decode($1, 'hex'), decode($2, 'hex'), $3) as outcome`,
    [tokenHash, codeHash, passwordHash],
  );
  return row.outcome;
}
