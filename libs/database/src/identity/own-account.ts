import type { SeatPersona } from '#domain/visibility';
import type { Queries } from '../door/session.js';

/*
 * The own account, as the authn login may read and change it: each function is proved by the hash (hex) of
 * the session's token and throws 28000 when that session does not live any more.
 */

/** A live session and whose it is. */
export interface OwnAccount {
  readonly sessionId: string;
  readonly userId: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'en' | 'fr';
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly steppedUpAt: Date | null;
  readonly stepUpHolds: boolean;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly version: number;
  readonly domainNow: Date;
}

export async function getOwnAccount(authn: Queries, tokenHash: string): Promise<OwnAccount> {
  return authn.one<OwnAccount & Record<string, unknown>>(
    `select a.session_id as "sessionId", a.user_id as "userId", a.sign_in_name as "signInName", a.display_name as "displayName", a.language,
       a.started_at as "startedAt", a.expires_at as "expiresAt", a.stepped_up_at as "steppedUpAt", a.step_up_holds as "stepUpHolds",
       a.second_factor as "secondFactor", a.recovery_codes_left as "recoveryCodesLeft", a.version, a.domain_now as "domainNow"
     from sec.account(decode($1, 'hex')) a`,
    [tokenHash],
  );
}

/** A seat that could be chosen now. */
export interface OwnSeat {
  readonly id: string;
  readonly persona: SeatPersona;
  readonly tableId: string | null;
  readonly tableName: string | null;
  readonly timeZone: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly employerAgencyId: string | null;
  readonly endsAt: Date;
  /** The table whose list it has still to read, the first of them for an officer's seat. */
  readonly listTableId: string | null;
  readonly listTableName: string | null;
}

export async function listOwnSeats(authn: Queries, tokenHash: string): Promise<OwnSeat[]> {
  return authn.rows<OwnSeat & Record<string, unknown>>(
    `select s.id, s.persona, s.table_id as "tableId", s.table_name as "tableName", s.time_zone as "timeZone", s.agency_id as "agencyId",
       s.agency_name as "agencyName", s.employer_agency_id as "employerAgencyId", s.ends_at as "endsAt",
       l.table_id as "listTableId", l.table_name as "listTableName"
     from sec.account_seats(decode($1, 'hex')) s
     left join sec.account_lists(decode($1, 'hex')) l on l.seat_id = s.id
     order by s.persona, s.table_name, s.agency_name, s.id`,
    [tokenHash],
  );
}

/** A session of the own user; `this` is the one that asks. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly this: boolean;
}

export async function listOwnSessions(authn: Queries, tokenHash: string): Promise<OwnSession[]> {
  return authn.rows<OwnSession & Record<string, unknown>>(
    `select s.id, s.device, s.started_at as "startedAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.this
     from sec.account_sessions(decode($1, 'hex')) s`,
    [tokenHash],
  );
}

/** Ends one of the own sessions, the asking one when none is named; false when it is none of them. */
export async function endOwnSession(
  authn: Queries,
  tokenHash: string,
  sessionId: string | null,
): Promise<boolean> {
  return (
    await authn.one<{ ended: boolean }>(`select sec.end_own_session(decode($1, 'hex'), $2) as ended`, [
      tokenHash,
      sessionId,
    ])
  ).ended;
}

/** What a proof is judged against; the try is counted by asking. */
export interface ProofToJudge {
  readonly userId: string;
  readonly hash: string | null;
  readonly sealedSecret: Buffer | null;
  readonly pendingSecret: Buffer | null;
  readonly waitSeconds: number;
}

export async function beginProof(authn: Queries, tokenHash: string): Promise<ProofToJudge> {
  return authn.one<ProofToJudge & Record<string, unknown>>(
    `select p.user_id as "userId", p.hash, p.sealed_secret as "sealedSecret", p.pending_secret as "pendingSecret", p.wait_seconds as "waitSeconds"
     from sec.begin_proof(decode($1, 'hex')) p`,
    [tokenHash],
  );
}

/**
 * Notes the fresh proof: a step of the second factor, or null for the password where there is none. False
 * when the step was used.
 */
export async function passProof(authn: Queries, tokenHash: string, step: number | null): Promise<boolean> {
  return (
    await authn.one<{ passed: boolean }>(`select sec.pass_proof(decode($1, 'hex'), $2) as passed`, [
      tokenHash,
      step,
    ])
  ).passed;
}

/** Sets a new password and ends the user's other sessions. */
export async function changePassword(authn: Queries, tokenHash: string, hash: string): Promise<void> {
  await authn.rows(`select sec.change_password(decode($1, 'hex'), $2)`, [tokenHash, hash]);
}

/** Returns the new version. @throws 40001 when the version is not the current one */
export async function changeProfile(
  authn: Queries,
  tokenHash: string,
  version: number,
  language: 'en' | 'fr',
): Promise<number> {
  return (
    await authn.one<{ version: number }>(`select sec.change_profile(decode($1, 'hex'), $2, $3) as version`, [
      tokenHash,
      version,
      language,
    ])
  ).version;
}

/** Keeps a sealed secret until its first code is shown. @throws P0001 `account.stepUp.needed` */
export async function enrolTotp(authn: Queries, tokenHash: string, sealedSecret: Uint8Array): Promise<void> {
  await authn.rows(`select sec.enrol_totp(decode($1, 'hex'), $2)`, [tokenHash, sealedSecret]);
}

/**
 * Puts the pending secret into use with its recovery codes' hashes (hex); false when none is pending. @throws
 * P0001 `account.stepUp.needed`
 */
export async function confirmTotp(
  authn: Queries,
  tokenHash: string,
  step: number,
  codeHashes: readonly string[],
): Promise<boolean> {
  return (
    await authn.one<{ confirmed: boolean }>(
      `select sec.confirm_totp(decode($1, 'hex'), $2, array(select decode(h, 'hex') from unnest($3::text[]) h)) as confirmed`,
      [tokenHash, step, codeHashes],
    )
  ).confirmed;
}

/** @throws P0001 `account.stepUp.needed` */
export async function replaceRecoveryCodes(
  authn: Queries,
  tokenHash: string,
  codeHashes: readonly string[],
): Promise<void> {
  await authn.rows(
    `select sec.replace_recovery_codes(decode($1, 'hex'), array(select decode(h, 'hex') from unnest($2::text[]) h))`,
    [tokenHash, codeHashes],
  );
}

/** Stops resets that somebody began for the own account; returns how many. */
export async function cancelOwnResets(authn: Queries, tokenHash: string): Promise<number> {
  return (
    await authn.one<{ times: number }>(`select sec.cancel_own_resets(decode($1, 'hex')) as times`, [
      tokenHash,
    ])
  ).times;
}
