import type { Queries } from './session.js';

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
