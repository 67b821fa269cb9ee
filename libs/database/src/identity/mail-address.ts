import type { Queries } from '../door/session.js';

/** The own mail address, sealed, and when mail may come; hours as HH:MM at the table. */
export interface MailProfile {
  readonly userId: string;
  readonly sealed: Buffer | null;
  readonly pending: Buffer | null;
  readonly wanted: boolean;
  readonly quietFrom: string;
  readonly quietUntil: string;
}

export async function getMailProfile(authn: Queries, tokenHash: string): Promise<MailProfile> {
  return authn.one<MailProfile & Record<string, unknown>>(
    `select p.user_id as "userId", p.sealed, p.pending, p.wanted, p.quiet_from as "quietFrom", p.quiet_until as "quietUntil" from sec.mail_profile(decode($1, 'hex')) p`,
    [tokenHash],
  );
}

export async function changeMailPreferences(
  authn: Queries,
  tokenHash: string,
  to: Pick<MailProfile, 'wanted' | 'quietFrom' | 'quietUntil'>,
): Promise<void> {
  await authn.rows(`select sec.change_mail_preferences(decode($1, 'hex'), $2, $3, $4)`, [
    tokenHash,
    to.wanted,
    to.quietFrom,
    to.quietUntil,
  ]);
}

/** Writes the email with the code in the same transaction. @throws P0001 `account.mail.tooManyCodes` */
export async function proposeAddress(
  authn: Queries,
  tokenHash: string,
  pending: Buffer,
  codeHash: string,
  email: Buffer,
): Promise<void> {
  await authn.rows(`select sec.propose_address(decode($1, 'hex'), $2, decode($3, 'hex'), $4)`, [
    tokenHash,
    pending,
    codeHash,
    email,
  ]);
}

/** False for a wrong code, one that is over, or a sixth try. */
export async function confirmAddress(authn: Queries, tokenHash: string, codeHash: string): Promise<boolean> {
  return (
    await authn.one<{ right: boolean }>(
      `select sec.confirm_address(decode($1, 'hex'), decode($2, 'hex')) as right`,
      [tokenHash, codeHash],
    )
  ).right;
}

export async function forgetAddress(authn: Queries, tokenHash: string): Promise<void> {
  await authn.rows(`select sec.forget_address(decode($1, 'hex'))`, [tokenHash]);
}
