import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';
import {
  acceptance,
  concludedLately,
  ctx,
  hangingOn,
  lastRoundStep,
  openAt,
  task,
  taskList,
  type TaskRow,
  weekMost,
} from './task.js';

export type RepTask =
  | 'answerAssignment'
  | 'firstContact'
  | 'reportBack'
  | 'answerRound'
  | 'releaseIdentifiers'
  | 'confirmOnBehalf';
export type RepWait = 'tableDecision' | 'answers' | 'assignment' | 'acceptance';

/** What the own agency brought, at one stage. */
const brought = (stage: string): string => `${openAt(stage)}
  ${hangingOn('app.situation_origin', 'x.on_behalf', `x.agency_id = ${ctx('agency_id')}`, 'o')}
  where true`;
const riskRecorded =
  'exists (select from app.risk_decision r where r.table_id = s.table_id and r.situation_id = s.id)';

/** What the representative's agency is to do before the next meeting, in the order in which it is due. */
export const repTasks = new Read<TaskRow<RepTask>>(
  'week.rep.tasks',
  taskList([
    `  select 'answerAssignment' as kind, a.table_id, a.situation_id, a.role, null::uuid as agency_id, a.asked_at + interval '12 hours' as due_at, null::date as due_on
  from app.assignment a where a.table_id = ${ctx('table_id')} and a.agency_id = ${ctx('agency_id')} and a.state = 'asked'`,
    // Where the meeting's day has passed before the 48 hours have, the report is what is late.
    `  select case when s.is_contact then 'firstContact' else 'reportBack' end, ${ctx('table_id')}, c.situation_id, c.role, null,
    case when s.is_contact then c.contact_due_at end, case when not s.is_contact then c.due_on end
  from app.reports_due(${ctx('table_id')}) c
  cross join lateral (select c.reported_at is null and (c.contact_overdue or not c.overdue) as is_contact) s
  where c.agency_id = ${ctx('agency_id')}
    and (c.reported_at is null or c.due_on <= (select n.meets_on from app.next_meeting(${ctx('table_id')}) n))`,
    `  select ${task('answerRound', 's', 'id')} from ${openAt('limited')} cross join lateral ${lastRoundStep} round
  where round.move <> 'closeRound' and not app.originated_here(s.id)
    and not exists (select from app.answer x where x.table_id = s.table_id and x.situation_id = s.id and x.agency_id = ${ctx('agency_id')} and x.answered_at >= round.at)`,
    `  select ${task('releaseIdentifiers', 's', 'id')} from ${brought('deidentified')} and o.on_behalf <> 'unconfirmed' and ${riskRecorded}`,
    `  select ${task('confirmOnBehalf', 's', 'id')} from ${brought('deidentified')} and o.on_behalf = 'unconfirmed'`,
  ]),
);

/** What the representative's agency waits for. */
export const repWaits = new Read<TaskRow<RepWait>>(
  'week.rep.waits',
  taskList([
    `  select ${task('tableDecision', 's', 'id')} from ${brought('deidentified')} and not ${riskRecorded}`,
    `  select case when round.move = 'closeRound' then 'assignment' else 'answers' end, s.table_id, s.id, null, null, null, null
  from (select s.table_id, s.id from ${brought('limited')}) s cross join lateral ${lastRoundStep} round`,
    `  select ${acceptance} from app.assignment a
  where a.table_id = ${ctx('table_id')} and a.state = 'asked' and a.agency_id <> ${ctx('agency_id')}
    and (app.originated_here(a.situation_id) or exists (select from app.assignment own where own.table_id = a.table_id and own.situation_id = a.situation_id
      and own.agency_id = ${ctx('agency_id')} and own.state = 'accepted'))`,
  ]),
);

export interface DraftRow {
  readonly id: string;
  readonly updated_at: string;
}
/** The agency's own screenings: that they are there, and nothing of what is in them. */
export const repDrafts = new Read<DraftRow>(
  'week.rep.drafts',
  `
select k.id, ${utc('k.updated_at')} as updated_at from app.screening k
where k.table_id = ${ctx('table_id')} and k.agency_id = ${ctx('agency_id')} order by k.updated_at desc, k.id limit ${weekMost.drafts + 1}`,
);

export interface DoneRow {
  readonly situation_id: string;
  readonly number: string;
  readonly concluded_on: Day;
  readonly reason: string;
}
/** What was concluded in 30 days among the situations that the agency brought or had a role in. */
export const repDone = new Read<DoneRow>(
  'week.rep.done',
  `
select s.id as situation_id, s.number, to_char(z.concluded_on, 'YYYY-MM-DD') as concluded_on, z.reason
from ${concludedLately}
where (app.originated_here(s.id) or exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id and d.agency_id = ${ctx('agency_id')} and d.tier = 4 offset 0))
order by z.concluded_on desc, s.year desc, s.sequence desc limit ${weekMost.done + 1}`,
);

export interface NextMeetingRow {
  readonly next_on: Day;
  readonly next_at: string;
  readonly emergency_at: string | null;
}
/** The table's next regular meeting, today's until it is opened, and an emergency meeting that comes before it. */
export const nextMeeting = new Read<NextMeetingRow>(
  'week.nextMeeting',
  `
select to_char(n.meets_on, 'YYYY-MM-DD') as next_on, ${utc('n.scheduled_for')} as next_at,
  ${utc('e.scheduled_for')} as emergency_at
from app.next_meeting(${ctx('table_id')}) n
left join app.next_meeting(${ctx('table_id')}, 'emergency') e on e.scheduled_for < n.scheduled_for`,
);
