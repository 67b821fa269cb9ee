import type { Session } from '../door/session.js';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface NoticeRow {
  readonly id: string;
  readonly code: string;
  readonly object_id: string | null;
  readonly agency_id: string | null;
  readonly number: string | null;
  readonly meets_was: Date | null;
  readonly meets_at: Date | null;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly place: string;
}

/** $1 $2 before creation and id, $3 limit */
export const noticeRows = Read.inOrder<NoticeRow>(
  'agencies.notices',
  `
select n.id, n.code, n.object_id, n.agency_id, n.number, n.meets_was, n.meets_at, n.created_at, n.seen_at, ${utcExact('n.created_at')} as place
from sec.notice n
where $1::timestamptz is null or (n.created_at, n.id) < ($1, $2::uuid)
order by n.created_at desc, n.id desc limit $3`,
);

export async function seeNotice(session: Session, notice: string): Promise<void> {
  await session.rows('select sec.see_notice($1)', [notice]);
}
