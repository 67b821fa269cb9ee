import type { HandedOverRole, RoleEnding, TaskKind } from '#domain/vocabulary';
import { agencyLabel, type AgencyLabel } from '../door/agency-label.js';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface OpenTaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly table: string;
  readonly situation_id: string | null;
  readonly number: string | null;
  readonly agency: AgencyLabel | null;
  readonly role: HandedOverRole | null;
  readonly because: RoleEnding | null;
  readonly opened_at: string;
  readonly due_at: string | null;
  readonly due: boolean;
}

const columns = (
  number: string,
): string => `t.id, t.kind, st.name as table, t.situation_id, ${number} as number,
  ${agencyLabel('t.agency_id')} as agency, t.role, t.because, ${utcExact('t.opened_at')} as opened_at,
  ${utcExact('t.due_at')} as due_at, coalesce(t.due_at <= sec.domain_now(), false) as due`;

/** Open tasks of the viewer's table, the longest waiting first. $1 $2 after this time and id, $3 how many */
export const tableTasks = Read.inOrder<OpenTaskRow>(
  'tasks.table',
  `
select ${columns('s.number')}
from app.task t
join sec.situation_table st on st.id = t.table_id
left join lateral (select x.number from app.situation x where x.table_id = t.table_id and x.id = t.situation_id offset 0) s on true
where t.table_id = (select (sec.ctx()).table_id) and t.closed_at is null
  and ($1::timestamptz is null or (t.opened_at, t.id) > ($1::timestamptz, $2::uuid))
order by t.opened_at, t.id limit $3`,
);

/**
 * The same for a privacy officer: those of the own agency, at every table. $1 $2 after this time and id, $3
 * how many
 */
export const agencyTasks = new Read<OpenTaskRow>(
  'tasks.agency',
  `
select ${columns('t.number')}
from app.agency_tasks($1, $2, $3) t
join sec.situation_table st on st.id = t.table_id
order by t.opened_at, t.id`,
);
