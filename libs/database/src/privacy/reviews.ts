import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface ReviewRow {
  readonly id: string;
  readonly table: string;
  readonly number: string;
  readonly who: string;
  readonly kind: string;
  readonly times: number;
  readonly first_at: string;
  readonly last_at: string;
  readonly called_before: boolean;
  readonly mine: boolean;
  readonly reviewed_by: string | null;
  readonly reviewed_at: string | null;
  readonly finding: string | null;
  readonly note: string | null;
}
/**
 * Signals about the own agency's people: those that nobody signed off first, the longest waiting at the top.
 * $1 $2 $3 after one signed off then or not, its first opening and id, $4 how many
 */
export const agencyReviews = new Read<ReviewRow>(
  'privacy.reviews',
  `
select r.id, t.name as table, r.number, u.display_name as who, r.kind, r.times, ${utcExact('r.first_at')} as first_at, ${utcExact('r.last_at')} as last_at, r.called_before, r.mine,
  o.display_name as reviewed_by, ${utcExact('r.reviewed_at')} as reviewed_at, r.finding, r.note
from app.agency_reviews($1, $2, $3, $4) r left join sec.situation_table t on t.id = r.table_id left join sec.app_user u on u.id = r.user_id left join sec.app_user o on o.id = r.reviewed_by
order by r.reviewed_at is not null, r.reviewed_at desc nulls last, r.first_at, r.id`,
);

export interface DigestRow {
  readonly week_on: Day;
  readonly fresh: number;
  readonly earlier: number;
  readonly due: number;
  readonly holds: number;
  readonly destroyed: number;
}
/** The own agency's week in counts. */
export const agencyDigest = new Read<DigestRow>(
  'privacy.digest',
  `
select to_char(d.week_on, 'YYYY-MM-DD') as week_on, d.fresh, d.earlier, d.due, d.holds, d.destroyed from app.agency_digest() d`,
);
