import type { Queries } from '../door/session.js';
import { Person } from '../door/person.js';

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
