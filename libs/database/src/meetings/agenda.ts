import type { Day } from '#domain/days';
import type { AgendaSection, Decision, NotedDecision } from '#domain/filters';
import type { Stage } from '#domain/vocabulary';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface AgendaRow {
  readonly situation_id: string;
  readonly number: string;
  readonly stage: Stage;
  readonly section: AgendaSection;
  readonly due_on: Day | null;
  /** The day has passed without a report. */
  readonly overdue: boolean;
  /** The 48 hours have passed without one. */
  readonly contact_overdue: boolean;
  readonly noted: NotedDecision | null;
  readonly decisions: Decision[];
  readonly reason: string | null;
  readonly on_the_table: boolean;
  readonly version: number;
}

/**
 * $1 meeting. Before it opens the agenda is built from what is open now; from then on it is the one kept.
 * Decisions are the moves made while it was open, and what the coordinator noted; reasons are the coded ones
 * that stay when a situation is minimised.
 */
export const agendaRows = new Read<AgendaRow>(
  'meetings.agenda',
  `
select e.situation_id, s.number, s.stage, e.section, to_char(e.due_on, 'YYYY-MM-DD') as due_on, e.overdue, e.contact_overdue, e.noted, d.decisions,
  coalesce(x.reason, case when d.decisions && array['concluded', 'withdrawn'] then z.reason end) as reason, coalesce(k.situation_id = s.id, false) as on_the_table, e.version
from app.meeting_named((select (sec.ctx()).table_id), $1) m
left join lateral (
  select p.closed_at from app.meeting p where p.table_id = m.table_id and p.kind = 'regular' and p.closed_at <= m.opened_at
  order by p.closed_at desc limit 1
) before on true
cross join lateral (
  select kept.situation_id, kept.section, kept.position, kept.due_on, kept.overdue, kept.contact_overdue, kept.noted, kept.version from app.agenda_entry kept
   where m.opened_at is not null and kept.table_id = m.table_id and kept.meeting_id = m.id
  union all
  select draft.situation_id, draft.section, draft.position, draft.due_on, draft.overdue, draft.contact_overdue, null, 0 from app.agenda_draft(m.table_id, m.kind) draft
   where m.state = 'scheduled'
) e
cross join lateral (select x.table_id, x.id, x.number, x.stage, x.year, x.sequence from app.situation x where x.table_id = m.table_id and x.id = e.situation_id offset 0) s
cross join lateral (
  select array_remove(array[
      case when e.noted = 'moreInformation' then e.noted end,
      case when e.noted = 'reported' or e.section = 'reportBack' and exists (
        select from app.report_back b where b.table_id = s.table_id and b.situation_id = s.id and b.reported_at <= coalesce(m.closed_at, 'infinity')
          and b.reported_at > coalesce(before.closed_at, '-infinity')
      ) and m.opened_at is not null then 'reported' end], null)
    || app.decided_in(m.id, s.id) as decisions
) d
left join app.meeting_card k on k.table_id = m.table_id and k.meeting_id = m.id
left join lateral (select y.reason from app.exit y where y.table_id = s.table_id and y.situation_id = s.id and y.kind = any (d.decisions) offset 0) x on true
left join lateral (select y.reason from app.conclusion y where y.table_id = s.table_id and y.situation_id = s.id offset 0) z on true
order by e.position, s.year, s.sequence`,
);

export interface MeetingPaperRow {
  readonly held_on: Day;
  readonly next_on: Day;
  readonly number: number | null;
  readonly made_at: string | null;
  readonly short: string | null;
}

/**
 * $1 meeting; what its paper bears: the day on which it was opened or else is to be, the table's next meeting
 * day after it, by which copies are shredded, and what names the latest checkpoint of the audit, null before
 * the first.
 */
export const meetingPaper = new Read<MeetingPaperRow>(
  'meetings.paper',
  `
select to_char(m.meets_on, 'YYYY-MM-DD') as held_on,
  to_char(app.meeting_day_after(m.table_id, m.meets_on), 'YYYY-MM-DD') as next_on,
  c.number::float8 as number, ${utcExact('c.made_at')} as made_at, c.short
from app.meeting_named((select (sec.ctx()).table_id), $1) m
left join app.latest_checkpoint() c on true`,
);
