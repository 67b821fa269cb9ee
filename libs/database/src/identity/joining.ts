import type { Queries } from '../door/session.js';

/** Keeps six digits for the invitee's screen; null for a token that is none. `waitMs` is the pause that a try makes. */
export async function showDigits(
  authn: Queries,
  tokenHash: string,
  digits: string,
): Promise<{ readonly until: Date | null; readonly waitMs: number }> {
  const row = await authn.one<{ until: Date | null; wait_ms: number }>(
    `select d.until, d.wait_ms from sec.show_digits(decode($1, 'hex'), $2) d`,
    [tokenHash, digits],
  );
  return { until: row.until, waitMs: row.wait_ms };
}

/** How an invitation stands for who has this link and code, and the pause in milliseconds that the try makes. */
export async function beginJoining(
  authn: Queries,
  tokenHash: string,
  codeHash: string | null,
): Promise<{ outcome: 'right' | 'refused' | 'early'; waitMs: number }> {
  const row = await authn.one<{ outcome: 'right' | 'refused' | 'early'; wait_ms: number }>(
    `select b.outcome, b.wait_ms from sec.begin_joining(decode($1, 'hex'), decode($2, 'hex')) b`,
    [tokenHash, codeHash],
  );
  return { outcome: row.outcome, waitMs: row.wait_ms };
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
