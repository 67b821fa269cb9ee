import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';
import type { MeetingState } from './meetings.js';

export interface ComingMeetingRow {
  readonly id: string;
  readonly kind: 'regular' | 'emergency';
  readonly state: MeetingState;
  readonly meets_on: string;
  readonly scheduled_for: string;
  readonly rule_on: string | null;
  readonly rule_at: string | null;
  readonly holiday: string | null;
  readonly place: string | null;
  readonly version: number;
  /** The sort key, whole microseconds since 1970. */
  readonly scheduled_us: string;
}

/**
 * $1 $2 after scheduled_us and id, $3 limit; the table's meetings from today to a year ahead, in the order in
 * which they come
 */
export const comingMeetings = new Read<ComingMeetingRow>(
  'meetings.coming',
  `
select c.id, c.kind, c.state, to_char(c.meets_on, 'YYYY-MM-DD') as meets_on, ${utc('c.scheduled_for')} as scheduled_for,
  to_char(c.occurs_on, 'YYYY-MM-DD') as rule_on, ${utc('r.at')} as rule_at, c.holiday, c.place, c.version,
  (extract(epoch from c.scheduled_for) * 1000000)::bigint::text as scheduled_us
from (select (sec.ctx()).table_id as id) t
cross join lateral (select sec.today(t.id) as today) now
cross join lateral app.meetings_between(t.id, now.today, now.today + 366) c
left join lateral app.rule_days(t.id, c.occurs_on, c.occurs_on) r on true
where $1::bigint is null
  or (c.scheduled_for, c.id) > (timestamptz 'epoch' + $1::bigint * interval '1 microsecond', $2::uuid)
order by c.scheduled_for, c.id limit $3`,
);

export interface MeetingRuleRow {
  readonly from_on: string;
  readonly days: number[];
  readonly every_weeks: number;
  readonly anchor_on: string;
  readonly at_time: string;
  readonly time_zone: string;
  readonly version: number;
  readonly is_now: boolean;
}

/** The rule that holds today and those that follow it, in their order. */
export const meetingRules = new Read<MeetingRuleRow>(
  'meetings.rules',
  `
select to_char(r.from_on, 'YYYY-MM-DD') as from_on, r.days, r.every_weeks, to_char(r.anchor_on, 'YYYY-MM-DD') as anchor_on,
  to_char(r.at_time, 'HH24:MI') as at_time, t.time_zone, p.version, r.from_on <= now.today as is_now
from sec.situation_table t
cross join lateral (select sec.today(t.id) as today) now
join sec.meeting_plan p on p.table_id = t.id
join sec.meeting_rule r on r.table_id = t.id
where t.id = (select (sec.ctx()).table_id) and r.from_on >= (
  select max(held.from_on) from sec.meeting_rule held where held.table_id = t.id and held.from_on <= now.today)
order by r.from_on`,
);
