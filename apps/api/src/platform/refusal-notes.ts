import type { AccessRequest, KnownAccount } from '#access';
import { noteSeatRefusal, type Data } from '#database/door';
import { isId, type RefusalLog } from '#edge';

/**
 * Forbidden, hidden, not as things stand, stale, not to be processed: what is refused by rule. What was
 * merely sent wrong is no refusal.
 */
const refused = new Set([403, 404, 409, 412, 422]);

/**
 * Notes what is refused to somebody who acts through a seat, in a transaction of its own: that of the request
 * was rolled back.
 */
export function refusalNotes(data: Data): RefusalLog {
  return async (request, code, status) => {
    const { user, edge, method, routeOptions, params } = request as AccessRequest;
    const seatId = edge?.seatId;
    if (!refused.has(status) || user === undefined || seatId === undefined) return;
    const { id } = Object(params) as { id?: unknown };
    await data.asAuthn(request.id, (authn) =>
      noteSeatRefusal(authn, {
        tokenHash: (user as KnownAccount).tokenHash,
        seatId,
        code,
        asked: `${method} ${routeOptions.url ?? ''}`,
        objectId: typeof id === 'string' && isId(id) ? id : undefined,
        isHidden: status === 404,
      }),
    );
  };
}
