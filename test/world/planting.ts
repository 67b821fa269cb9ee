import { randomUUID } from 'node:crypto';
import { freshToken, hashToken } from '#access';

/** Runs SQL as the superuser, as `TestDatabase` does. */
export interface Planter {
  plant(sql: string, params?: unknown[]): Promise<unknown>;
}

interface SessionPlan {
  /** The token that the browser would keep; a fresh one unless given. */
  readonly token?: string;
  /** SHA-256 of the token in hexadecimal, for tests that call the database with it. */
  readonly tokenHash?: string;
  /** The browser as it described itself. */
  readonly device?: string;
  /** Whether the password was given just now, as after signing in; true unless given. */
  readonly proved?: boolean;
}

/** Signs a user in behind the API; a session that is there already is made as new. @returns its token */
export async function plantSession(
  database: Planter,
  userId: string,
  { token = freshToken(), tokenHash = hashToken(token), device = '', proved = true }: SessionPlan = {},
): Promise<string> {
  await database.plant(
    `insert into sec.session (token_hash, user_id, device, stepped_up_at, tiers_opened_at)
     select decode($1, 'hex'), $2, $3, proof.at, proof.at
       from (select case when $4 then clock_timestamp() end as at) proof
     on conflict (token_hash) do update
       set revoked_at = null, last_seen_at = clock_timestamp(),
           stepped_up_at = excluded.stepped_up_at, tiers_opened_at = excluded.tiers_opened_at`,
    [tokenHash, userId, device, proved],
  );
  return token;
}

interface UserPlan {
  readonly signInName: string;
  readonly displayName?: string;
}

/** @returns the user's id */
export async function plantUser(
  database: Planter,
  { signInName, displayName = signInName }: UserPlan,
): Promise<string> {
  const id = randomUUID();
  await database.plant('insert into sec.app_user (id, sign_in_name, display_name) values ($1, $2, $3)', [
    id,
    signInName,
    displayName,
  ]);
  return id;
}

/** What a planted seat is; table and agencies by their ids. */
interface SeatRow {
  readonly persona: string;
  readonly table?: string | null;
  readonly agency?: string | null;
  /** The agency that employs a coordinator. */
  readonly employer?: string | null;
  /** How long ago the seat began, as an interval; now unless given. */
  readonly since?: string;
}

/** @returns the seat's id */
export async function plantSeat(database: Planter, userId: string, seat: SeatRow): Promise<string> {
  const id = randomUUID();
  await database.plant(
    `insert into sec.seat (id, user_id, persona, table_id, agency_id, employer_agency_id, starts_at)
     values ($1, $2, $3, $4, $5, $6, coalesce(now() - $7::interval, sec.domain_now()))`,
    [
      id,
      userId,
      seat.persona,
      seat.table ?? null,
      seat.agency ?? null,
      seat.employer ?? null,
      seat.since ?? null,
    ],
  );
  return id;
}
