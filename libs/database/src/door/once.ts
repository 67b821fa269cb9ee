import type { Session } from './session.js';

/** A request that must be done once: the sender's key, and what makes it that request (SHA-256, hex). */
export interface OnceRequest {
  readonly key: string;
  readonly fingerprint: string;
}

/**
 * What a POST answers, and a repeat of it again: ids, versions and codes. The database refuses a receipt with
 * anything longer in it.
 */
export type Receipt = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Does a piece of work once for a user's key, inside the session's transaction.
 * `seen` loads what the request is about under the viewer's rights *each* time, so that a repeat after rights
 * were lost is refused like any read; `work` runs the first time only, and only there may versions and stages
 * be compared.
 * Errors: P0001 `idempotency.keyReused` for another request under the same key; whatever `seen` and `work` throw.
 */
export async function once<Seen, Kept extends Receipt>(
  session: Pick<Session, 'rows'>,
  request: OnceRequest,
  seen: () => Promise<Seen>,
  work: (seen: Seen) => Promise<Kept>,
): Promise<Kept> {
  const [claim] = await session.rows<{ receipt: Kept | null }>(
    `select sec.claim_once($1, decode($2, 'hex')) as receipt`,
    [request.key, request.fingerprint],
  );
  const object = await seen();
  if (claim !== undefined && claim.receipt !== null) return claim.receipt;
  const receipt = await work(object);
  await session.rows('select sec.keep_receipt($1, $2::jsonb)', [request.key, JSON.stringify(receipt)]);
  return receipt;
}
