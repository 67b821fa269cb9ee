import type { Queries } from '../door/session.js';

/*
 * The meeting feed, as the authn login may answer it: hashes are SHA-256, hex. Making and revoking are proved
 * by the session's token and throw 28000 when that session does not live any more; reading is proved by the
 * feed's own secret.
 */

/** When the own secret was made; null when there is none. */
export async function feedMadeAt(authn: Queries, tokenHash: string): Promise<Date | null> {
  return (
    await authn.one<{ made_at: Date | null }>(`select sec.feed_made_at(decode($1, 'hex')) as made_at`, [
      tokenHash,
    ])
  ).made_at;
}

/** Keeps the hash of a new secret in the place of the earlier one. @throws P0001 `account.stepUp.needed` */
export async function makeFeed(authn: Queries, tokenHash: string, secretHash: string): Promise<Date> {
  return (
    await authn.one<{ made_at: Date }>(
      `select sec.make_feed(decode($1, 'hex'), decode($2, 'hex')) as made_at`,
      [tokenHash, secretHash],
    )
  ).made_at;
}

/** False when there was none. */
export async function revokeFeed(authn: Queries, tokenHash: string): Promise<boolean> {
  return (
    await authn.one<{ revoked: boolean }>(`select sec.revoke_feed(decode($1, 'hex')) as revoked`, [tokenHash])
  ).revoked;
}

/**
 * Counts the reading. The language is null where no feed of an active user has that secret; the pause is what
 * a wrong one makes, the wait until a right one is read again.
 */
export async function openFeed(
  authn: Queries,
  secretHash: string,
  source: string,
): Promise<{ language: 'en' | 'fr' | null; waitMs: number; waitSeconds: number }> {
  const row = await authn.one<{ language: 'en' | 'fr' | null; wait_ms: number; wait_seconds: number }>(
    `select f.language, f.wait_ms, f.wait_seconds from sec.open_feed(decode($1, 'hex'), decode($2, 'hex')) f`,
    [secretHash, source],
  );
  return { language: row.language, waitMs: row.wait_ms, waitSeconds: row.wait_seconds };
}

/** One meeting as a feed may tell it. */
export interface AnnouncedMeeting {
  readonly id: string;
  readonly tableName: string;
  readonly scheduledFor: Date;
  readonly place: string | null;
  readonly calledOff: boolean;
  /** When what is told here last changed, and how often it did. */
  readonly announcedAt: Date;
  readonly announcedAnew: number;
}

/** Meetings of the tables at which the feed's owner has a live seat now, latest first. */
export async function listAnnounced(authn: Queries, secretHash: string): Promise<AnnouncedMeeting[]> {
  return authn.rows<AnnouncedMeeting & Record<string, unknown>>(
    `select m.id, m.table_name as "tableName", m.scheduled_for as "scheduledFor", m.place, m.called_off as "calledOff", m.announced_at as "announcedAt",
       m.announced_anew as "announcedAnew"
     from sec.feed_meetings(decode($1, 'hex')) m`,
    [secretHash],
  );
}
