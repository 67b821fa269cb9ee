import { utcExact } from '../door/utc.js';
import type { Session } from '../door/session.js';

/** A private screening as it is stored: sealed whole, its times and version beside it. */
export interface ScreeningRow {
  readonly id: string;
  readonly table_id: string;
  readonly content: Buffer;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}

export async function addScreening(
  session: Session,
  id: string,
  content: Buffer,
  wrapped: Uint8Array,
  epochId: string,
): Promise<void> {
  await session.change(
    'insert into app.screening (id, content, wrapped_key, epoch_id) values ($1, $2, $3, $4)',
    [id, content, wrapped, epochId],
  );
}

/** @throws RowMissing */
export async function getScreening(session: Session, id: string): Promise<ScreeningRow> {
  return session.one(
    `select g.id, g.table_id, g.content, g.created_at, g.updated_at, g.version from app.screening g
    where g.table_id = (select (sec.ctx()).table_id) and g.agency_id = (select (sec.ctx()).agency_id) and g.id = $1`,
    [id],
  );
}

/** A screening in the list, with its place: when it was last changed, to the microsecond. */
export type ListedScreening = Omit<ScreeningRow, 'content' | 'table_id'> & { readonly place: string };

/** The agency's screenings, the latest changed first: so many before this time and id. */
export async function listScreenings(
  session: Session,
  before: string | null,
  beforeId: string | null,
  limit: number,
): Promise<ListedScreening[]> {
  return session.rows(
    `select g.id, g.created_at, g.updated_at, g.version, ${utcExact('g.updated_at')} as place from app.screening g
    where g.table_id = (select (sec.ctx()).table_id) and g.agency_id = (select (sec.ctx()).agency_id)
      and ($2::uuid is null or (g.updated_at, g.id) < ($1::timestamptz, $2))
    order by g.updated_at desc, g.id desc limit $3`,
    [before, beforeId, limit],
  );
}

/** The wrapped key of a screening, handed out together with its audit event. @throws P0002 */
export async function openScreening(
  session: Session,
  id: string,
  purpose: string,
): Promise<{ wrapped: Buffer; epochId: string }> {
  return session.one('select k.wrapped, k.epoch_id as "epochId" from app.open_screening($1, $2) k', [
    id,
    purpose,
  ]);
}

/** How many rows changed: none means that the version was another. */
export async function rewriteScreening(
  session: Session,
  id: string,
  version: number,
  content: Buffer,
): Promise<number> {
  return session.change(
    `update app.screening set content = $3, guard_version = default where table_id = (select (sec.ctx()).table_id) and agency_id = (select (sec.ctx()).agency_id) and id = $1 and version = $2`,
    [id, version, content],
  );
}

export async function dropScreening(session: Session, id: string, version: number): Promise<void> {
  await session.rows('select app.drop_screening($1, $2)', [id, version]);
}
