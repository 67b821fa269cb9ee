import { Read } from '../door/read.js';
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
import type { DoneRow } from './rep.js';

export type CoordinatorTask =
  | 'closeRound'
  | 'assign'
  | 'assignAgain'
  | 'confirmLead'
  | 'conclude'
  | 'overdueReportBack'
  | 'overdueContact';
export type CoordinatorWait = 'releaseIdentifiers' | 'confirmOnBehalf' | 'acceptance';

/** What the coordinator is to do between meetings. */
export const coordinatorTasks = new Read<TaskRow<CoordinatorTask>>(
  'week.coordinator.tasks',
  taskList([
    `  select case when round.move = 'closeRound' then 'assign' else 'closeRound' end as kind, s.table_id, s.id as situation_id, null::text as role, null::uuid as agency_id,
    null::timestamptz as due_at, null::date as due_on
  from app.situation s cross join lateral ${lastRoundStep} round where s.table_id = ${ctx('table_id')} and s.stage = 'limited'`,
    // A role that was declined or came back by itself, and for which nobody was asked since.
    `  select 'assignAgain', a.table_id, a.situation_id, a.role, a.agency_id, null, null from ${openAt('planning')}
  ${hangingOn('app.assignment', 'x.table_id, x.situation_id, x.role, x.agency_id, x.answered_at', "x.state in ('declined', 'returned')", 'a')}
  where not exists (select from app.assignment later where later.table_id = a.table_id and later.situation_id = a.situation_id and later.role = a.role and later.asked_at >= a.answered_at)`,
    `  select ${task('confirmLead', 'p')} from ${openAt('intervention')}
  ${hangingOn('app.step', 'x.table_id, x.situation_id, x.version', "x.move = 'proposeLead'", 'p')}
  where not exists (select from app.step later where later.table_id = p.table_id and later.situation_id = p.situation_id
    and later.version > p.version and later.move in ('proposeLead', 'confirmLead'))`,
    `  select ${task('conclude', 'q')} from ${openAt('intervention')}
  ${hangingOn('app.conclusion_proposal', 'x.table_id, x.situation_id', 'true', 'q')}`,
    `  select case when c.overdue then 'overdueReportBack' else 'overdueContact' end, ${ctx('table_id')}, c.situation_id, c.role, c.agency_id,
    case when not c.overdue then c.contact_due_at end, case when c.overdue then c.due_on end
  from app.reports_due(${ctx('table_id')}) c where c.overdue or c.contact_overdue`,
  ]),
);

/** What the coordinator waits for. */
export const coordinatorWaits = new Read<TaskRow<CoordinatorWait>>(
  'week.coordinator.waits',
  taskList([
    `  select ${task('releaseIdentifiers', 'r')} from ${openAt('deidentified')}
  ${hangingOn('app.risk_decision', 'x.table_id, x.situation_id', 'true', 'r')}`,
    `  select ${task('confirmOnBehalf', 'o')} from ${openAt('deidentified', 'limited', 'planning', 'intervention')}
  ${hangingOn('app.situation_origin', 'x.table_id, x.situation_id', "x.on_behalf = 'unconfirmed'", 'o')}`,
    `  select ${acceptance} from app.assignment a where a.table_id = ${ctx('table_id')} and a.state = 'asked'`,
  ]),
);

/** What the table concluded in 30 days. */
export const tableDone = new Read<DoneRow>(
  'week.coordinator.done',
  `
select s.id as situation_id, s.number, to_char(z.concluded_on, 'YYYY-MM-DD') as concluded_on, z.reason
from ${concludedLately}
order by z.concluded_on desc, s.year desc, s.sequence desc limit ${weekMost.done + 1}`,
);
