import type { Stage } from '#domain/vocabulary';
import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';

export interface SituationRow {
  readonly id: string;
  readonly number: string;
  readonly stage: Stage;
  readonly opened_month: string;
  readonly version: number;
  readonly year: number;
  readonly sequence: number;
  readonly type: string | null;
  readonly age_band: string | null;
  readonly sex: string | null;
  readonly risk_factors: string[] | null;
  readonly originating_agency_id: string | null;
  readonly lead_agency_id: string | null;
  readonly own_role: string | null;
  readonly own_state: string | null;
  readonly contact_due_at: string | null;
  readonly reason: string | null;
}

const columns = `s.id, s.number, s.stage, to_char(s.opened_month, 'YYYY-MM') as opened_month, s.version, s.year, s.sequence,
  coalesce(t.type, e.type) as type, t.age_band, t.sex, t.risk_factors, o.agency_id as originating_agency_id,
  (select g.agency_id from app.assignment g where g.table_id = s.table_id and g.situation_id = s.id and g.role = 'lead' and g.state in ('asked', 'accepted')) as lead_agency_id,
  m.role as own_role, m.state as own_state, ${utc('m.contact_due_at')} as contact_due_at,
  coalesce(z.reason, e.reason) as reason`;

// The own assignment is looked for row by row, hence `offset 0`: else the planner takes all that the agency
// ever had at this table, and judges each.
const joined = `from app.situation s
left join app.tier2 t on t.table_id = s.table_id and t.situation_id = s.id
left join app.situation_origin o on o.table_id = s.table_id and o.situation_id = s.id
left join lateral (
  select a.agency_id, a.role, a.state, case when not exists (select from app.report_back b where b.table_id = a.table_id
      and b.situation_id = a.situation_id and b.agency_id = a.agency_id and b.reported_at >= a.answered_at) then a.contact_due_at end as contact_due_at
  from app.assignment a
  where a.table_id = s.table_id and a.situation_id = s.id and a.agency_id = (select (sec.ctx()).agency_id) and a.state in ('asked', 'accepted') offset 0) m on true
left join app.conclusion z on z.table_id = s.table_id and z.situation_id = s.id
left join app.exit e on e.table_id = s.table_id and e.situation_id = s.id`;

// What a viewer may not read it may not filter by either: every filter stands on a column that the walls have left.
const filtered = `where s.table_id = (select (sec.ctx()).table_id) and s.stage = any ($1)
  and ($2::text is null or s.number like $2 || '%')
  and ($3::text is null or coalesce(t.type, e.type) = $3) and ($4::text is null or t.age_band = $4) and ($5::text is null or t.sex = $5)
  and ($6::text is null or $6 = any (t.risk_factors)) and ($7::uuid is null or o.agency_id = $7)
  and (not $8::boolean or m.agency_id is not null or o.agency_id = (select (sec.ctx()).agency_id))`;

/**
 * $1 stages, $2 number prefix, $3 type, $4 age band, $5 sex, $6 risk factor, $7 originating agency, $8 own
 * role only, $9 $10 after year and sequence, $11 limit
 */
export const listNewestFirst = Read.inOrder<SituationRow>(
  'situations.list.newest',
  `
select ${columns}
${joined}
${filtered}
  and ($9::integer is null or (s.year, s.sequence) < ($9, $10::integer))
order by s.year desc, s.sequence desc limit $11`,
);

/** As listNewestFirst, the other way round. */
export const listOldestFirst = Read.inOrder<SituationRow>(
  'situations.list.oldest',
  `
select ${columns}
${joined}
${filtered}
  and ($9::integer is null or (s.year, s.sequence) > ($9, $10::integer))
order by s.year, s.sequence limit $11`,
);
