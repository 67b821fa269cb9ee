import type { Day } from '#domain/days';
import { lookedUp } from '../door/looked-up.js';
import { utc } from '../door/utc.js';

/** How many of each list the week shows; one more is read, so that a list that is cut says so. */
export const weekMost = { tasks: 200, drafts: 50, done: 100 } as const;

/** Something to be done or waited for: which kind, on which situation, by when. */
export interface TaskRow<Kind extends string> {
  readonly kind: Kind;
  readonly situation_id: string;
  readonly number: string;
  readonly role: 'lead' | 'assisting' | null;
  /** The agency that it is about or that is waited for, where it is not the own one. */
  readonly agency_id: string | null;
  readonly agency_name: string | null;
  readonly due_at: string | null;
  readonly due_on: Day | null;
  readonly overdue: boolean;
}

/**
 * One list of tasks out of several: what is overdue first, then what is due soonest, then by number.
 * Whether it is overdue is said of the very time that is shown with it.
 * @param kinds SELECTs of kind, table_id, situation_id, role, agency_id, due_at, due_on; at most one of the
 * two times is not null
 */
export function taskList(kinds: readonly string[]): string {
  return `select w.kind, w.situation_id, s.number, w.role, a.id as agency_id, a.name as agency_name, ${utc('w.due_at')} as due_at, to_char(w.due_on, 'YYYY-MM-DD') as due_on, d.overdue
from (
${kinds.join('\n  union all\n')}
) w
cross join lateral (select x.number, x.year, x.sequence from app.situation x where x.table_id = w.table_id and x.id = w.situation_id offset 0) s
join sec.situation_table t on t.id = w.table_id
${lookedUp('sec.agency', ['id', 'name'], 'w.agency_id', 'a')}
cross join lateral (
  select coalesce(w.due_at < sec.domain_now(), w.due_on < sec.today(w.table_id), false) as overdue
) d
order by d.overdue desc, coalesce(w.due_at, (w.due_on + 1)::timestamp at time zone t.time_zone) nulls last, s.year, s.sequence, w.kind, a.name limit ${weekMost.tasks + 1}`;
}

export const ctx = (field: 'table_id' | 'agency_id'): string => `(select (sec.ctx()).${field})`;

/**
 * Situations `s` of the table at stages that are open, found first: what hangs on them is a handful, what
 * ever hung on any is not.
 */
export const openAt = (...stages: readonly string[]): string =>
  `(select x.table_id, x.id from app.situation x where x.table_id = ${ctx('table_id')} and x.stage in (${stages.map((stage) => `'${stage}'`).join(', ')}) offset 0) s`;

/**
 * Rows of one SQL table that hang on situation `s`, looked up for each: joined otherwise, the planner begins
 * with all that the table has of them.
 */
export const hangingOn = (table: string, columns: string, where: string, alias: string): string =>
  `cross join lateral (select ${columns} from ${table} x where x.table_id = s.table_id and x.situation_id = s.id and ${where} offset 0) ${alias}`;

/** What the table concluded in 30 days: conclusions `z`, found by their days, each with its situation `s`. */
export const concludedLately = `(select x.table_id, x.situation_id, x.concluded_on, x.reason from app.conclusion x
  where x.table_id = ${ctx('table_id')} and x.concluded_on >= sec.today(${ctx('table_id')}) - 30 offset 0) z
cross join lateral (select x.table_id, x.id, x.number, x.year, x.sequence from app.situation x
  where x.table_id = z.table_id and x.id = z.situation_id and x.stage = 'concluded' offset 0) s`;

/** The last step that began or closed the round of answers of situation `s`. */
export const lastRoundStep = `(select p.move, p.at from app.step p where p.table_id = s.table_id and p.situation_id = s.id
    and (p.move in ('releaseIdentifiers', 'releaseAgain', 'closeRound') or p.move = 'declineAssignment' and p.stage = 'limited') order by p.version desc limit 1)`;

const none = 'null::timestamptz as due_at, null::date as due_on';
/** A task without a due date and without a role. */
export const task = (kind: string, alias: string, idColumn = 'situation_id'): string =>
  `'${kind}' as kind, ${alias}.table_id, ${alias}.${idColumn} as situation_id, null::text as role, null::uuid as agency_id, ${none}`;
/** A task that waits for an agency's answer to its assignment `a`. */
export const acceptance = `'acceptance' as kind, a.table_id, a.situation_id, a.role, a.agency_id, a.asked_at + interval '12 hours' as due_at, null::date as due_on`;
