import type { Queries, Session } from '../door/session.js';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export const overdueKinds = [
  'destruction',
  'seal',
  'digest',
  'backup',
  'keyDump',
  'checkpoint',
  'parked',
] as const;
type OverdueKind = (typeof overdueKinds)[number];

export interface OverdueRow {
  readonly what: OverdueKind;
  readonly since: string;
}
/** What should have happened and did not. */
export const overdueRows = new Read<OverdueRow>(
  'administration.overdue',
  `
select o.what, ${utcExact('o.since')} as since from sec.overdue() o order by o.since, o.what`,
);

export interface ParkedRow {
  readonly id: string;
  readonly kind: string;
  readonly table_name: string | null;
  readonly label: string | null;
  readonly tries: number;
  readonly code: string;
  readonly parked_at: string;
}
/** Rows that scheduled jobs gave up, those that wait longest first. $1 how many */
export const parkedRows = new Read<ParkedRow>(
  'administration.parked',
  `
select s.id, sec.kind_of_stuck(s.kind) as kind, t.name as table_name, s.label, s.tries, s.code, ${utcExact('s.parked_at')} as parked_at
from sec.stuck s left join sec.situation_table t on t.id = s.table_id
where s.parked_at is not null order by s.parked_at, s.id limit $1`,
);

/** Has a parked row tried by the next run. @throws P0002 */
export async function tryAgain(session: Session, id: string): Promise<void> {
  await session.rows('select sec.try_again($1)', [id]);
}

/** What is overdue, for how many seconds. For the job login. */
export async function overdueSeconds(job: Queries): Promise<{ what: string; seconds: number }[]> {
  return job.rows<{ what: string; seconds: number }>(
    'select o.what, extract(epoch from clock_timestamp() - o.since)::float8 as seconds from sec.overdue() o',
  );
}
