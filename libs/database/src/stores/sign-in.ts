import type { Queries } from '../door/session.js';

/*
 * Signing in, as the authn login may do it: a function of the database each (migration sign-in). Hashes and pseudonyms are bytes
 * written as hexadecimal; waits are seconds, 0 to go on.
 */

/** Who is counted: keyed pseudonyms (hex, 32 bytes) of name with address, of the name, and of the address. */
export interface Tries {
  readonly pair: string;
  readonly account: string;
  readonly source: string;
}

/** Counts the try and finds whose password is to be verified; both null for a name that nobody active has. */
export async function beginSignIn(
  authn: Queries,
  signInName: string,
  tries: Tries,
): Promise<{ userId: string | null; hash: string | null; waitSeconds: number }> {
  const row = await authn.one<{ user_id: string | null; hash: string | null; wait_seconds: number }>(
    `select b.user_id, b.hash, b.wait_seconds from sec.begin_sign_in($1, decode($2, 'hex'), decode($3, 'hex'), decode($4, 'hex')) b`,
    [signInName, tries.pair, tries.account, tries.source],
  );
  return { userId: row.user_id, hash: row.hash, waitSeconds: row.wait_seconds };
}

/** What a right password leads to: a session, or a challenge for the second factor; null when the account ended meanwhile. */
export async function passPassword(
  authn: Queries,
  userId: string,
  tokenHash: string,
  device: string,
  tries: Tries,
): Promise<'session' | 'secondFactor' | null> {
  const row = await authn.one<{ next: 'session' | 'secondFactor' | null }>(
    `select sec.pass_password($1, decode($2, 'hex'), $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex')) as next`,
    [userId, tokenHash, device, tries.pair, tries.account, tries.source],
  );
  return row.next;
}

/** A second factor to be judged by the application, which alone can open the secret. */
export interface SecondFactor {
  readonly userId: string;
  readonly sealedSecret: Buffer;
  readonly lastStep: number;
  readonly waitSeconds: number;
}

/** Counts the try; undefined for a challenge that is unknown, over, or tried five times. */
export async function beginSecondFactor(
  authn: Queries,
  challengeHash: string,
  source: string,
): Promise<SecondFactor | undefined> {
  const row = await authn.maybe<{
    user_id: string;
    sealed_secret: Buffer;
    last_step: string;
    wait_seconds: number;
  }>(
    `select b.user_id, b.sealed_secret, b.last_step, b.wait_seconds from sec.begin_second_factor(decode($1, 'hex'), decode($2, 'hex')) b`,
    [challengeHash, source],
  );
  return (
    row && {
      userId: row.user_id,
      sealedSecret: row.sealed_secret,
      lastStep: Number(row.last_step),
      waitSeconds: row.wait_seconds,
    }
  );
}

/** Begins the session of a challenge by a step of the clock or a recovery code's hash; false when it is wrong or used. */
export async function passSecondFactor(
  authn: Queries,
  challengeHash: string,
  proof: { readonly step: number } | { readonly codeHash: string },
  tokenHash: string,
  device: string,
  source: string,
): Promise<boolean> {
  const row = await authn.one<{ session: string | null }>(
    `select sec.pass_second_factor(decode($1, 'hex'), $2, decode($3, 'hex'), decode($4, 'hex'), $5, decode($6, 'hex')) as session`,
    [
      challengeHash,
      'step' in proof ? proof.step : null,
      'codeHash' in proof ? proof.codeHash : null,
      tokenHash,
      device,
      source,
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

/** The person who becomes the first administrator, or an invited person's choice. */
export interface Person {
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
}

/** Makes the first administrator; false when the code is not right. @throws P0001 `request.tooMany` */
export async function redeemSetUpCode(
  authn: Queries,
  codeHash: string,
  source: string,
  person: Person,
  passwordHash: string,
): Promise<boolean> {
  const row = await authn.one<{ made: string | null }>(
    `select sec.redeem_set_up_code(decode($1, 'hex'), decode($2, 'hex'), $3, $4, $5, $6) as made`,
    [codeHash, source, person.signInName, person.displayName, person.language, passwordHash],
  );
  return row.made !== null;
}

/** Sets the password of an invited person. 'refused' does not say why; 'early' is right, but in its day of notice. @throws P0001 `request.tooMany` */
export async function redeemInvitation(
  authn: Queries,
  tokenHash: string,
  codeHash: string | null,
  source: string,
  passwordHash: string,
): Promise<'redeemed' | 'refused' | 'early'> {
  const row = await authn.one<{ outcome: 'redeemed' | 'refused' | 'early' }>(
    `select sec.redeem_invitation(decode($1, 'hex'), decode($2, 'hex'), decode($3, 'hex'), $4) as outcome`,
    [tokenHash, codeHash, source, passwordHash],
  );
  return row.outcome;
}
