import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';

export type MeetingState = 'scheduled' | 'calledOff' | 'skipped' | 'open' | 'closed';
export interface MeetingRow {
  readonly id: string;
  readonly kind: 'regular' | 'emergency';
  readonly state: MeetingState;
  readonly scheduled_for: string;
  readonly opened_at: string | null;
  readonly closed_at: string | null;
  readonly place: string | null;
  readonly version: number;
  /** The sort key, whole microseconds since 1970. */
  readonly scheduled_us: string;
}

const state = `case when m.closed_at is not null then 'closed' when m.opened_at is not null then 'open' when m.called_off_at is not null then 'calledOff' else 'scheduled' end`;
const shown = `m.id, m.kind, ${utc('m.scheduled_for')} as scheduled_for, ${utc('m.opened_at')} as opened_at, ${utc('m.closed_at')} as closed_at, m.place, m.version,
  (extract(epoch from m.scheduled_for) * 1000000)::bigint::text as scheduled_us`;
const columns = `${shown}, ${state} as state`;
const here = 'm.table_id = (select (sec.ctx()).table_id)';

/**
 * What each state is, one by one, so that a list of what is planned or called off is read by an index of those
 * alone.
 */
const inState = `($1::text is null or $1 = 'closed' and m.closed_at is not null or $1 = 'open' and m.opened_at is not null and m.closed_at is null
    or $1 in ('scheduled', 'calledOff') and m.opened_at is null and (m.called_off_at is not null) = ($1 = 'calledOff'))`;

/** $1 state or null, $2 $3 after scheduled_us and id, $4 limit; the latest first */
export const meetingList = Read.inOrder<MeetingRow>(
  'meetings.list',
  `
select ${columns} from app.meeting m
where ${here} and ${inState}
  and ($2::bigint is null or (m.scheduled_for, m.id) < (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
order by m.scheduled_for desc, m.id desc limit $4`,
);

/** $1 meeting, planned ones too */
export const meetingById = new Read<MeetingRow>(
  'meetings.one',
  `
select ${shown}, m.state from app.meeting_named((select (sec.ctx()).table_id), $1) m`,
);

/** The meeting that is open at the table, if one is. */
export const openMeeting = new Read<MeetingRow>(
  'meetings.open',
  `
select ${columns} from app.meeting m where ${here} and m.opened_at is not null and m.closed_at is null`,
);

export interface AttendanceRow {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly has_account: boolean;
  readonly mode: 'room' | 'remote' | null;
  readonly entered_for_agency: boolean;
  readonly basis: string | null;
  readonly marked_at: string | null;
  readonly version: number;
}

/** $1 meeting; every agency of the table, marked or not, and who was marked before it left */
export const attendanceRows = new Read<AttendanceRow>(
  'meetings.attendance',
  `
select a.id, a.name, a.sector, ta.has_account, t.mode, coalesce(t.entered_for_agency, false) as entered_for_agency, t.basis, ${utc('t.marked_at')} as marked_at, coalesce(t.version, 0) as version
from app.meeting_named((select (sec.ctx()).table_id), $1) m
join sec.table_agency ta on ta.table_id = m.table_id
cross join lateral (select x.id, x.name, x.sector from sec.agency x where x.id = ta.agency_id offset 0) a
left join lateral (select x.agency_id, x.mode, x.entered_for_agency, x.basis, x.marked_at, x.version from app.attendance x
  where x.table_id = m.table_id and x.meeting_id = m.id and x.agency_id = ta.agency_id offset 0) t on true
where ta.left_at is null or t.agency_id is not null
order by a.name, a.id`,
);

export interface CardPlaceRow {
  readonly situation_id: string | null;
  readonly number: string | null;
  readonly stage: string | null;
  readonly with_summary: boolean;
  readonly shaded: boolean;
  readonly version: number;
}

/** $1 meeting; which situation is on the table. What this viewer may not know of is not named. */
export const cardPlace = new Read<CardPlaceRow>(
  'meetings.card',
  `
select s.id as situation_id, s.number, s.stage, k.with_summary and s.id is not null as with_summary, k.shaded, k.version
from app.meeting m
join app.meeting_card k on k.table_id = m.table_id and k.meeting_id = m.id
left join lateral (select x.id, x.number, x.stage from app.situation x where x.table_id = k.table_id and x.id = k.situation_id offset 0) s on true
where ${here} and m.id = $1`,
);
