import type { Day } from '#domain/days';
import type { SeatPersona } from '#domain/visibility';
import { Read } from '../read.js';
import { utcExact } from '../utc.js';

export interface UserRow {
  readonly id: string;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly language: 'en' | 'fr';
  readonly status: 'invited' | 'active' | 'disabled';
  readonly version: number;
  readonly created_at: Date;
}

/** $1 user */
export const userById = new Read<UserRow>(
  'agencies.user',
  `
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where u.id = $1`,
);

/** $1 status or null, $2 after sign-in name, $3 limit */
export const userRows = new Read<UserRow>(
  'agencies.users',
  `
select u.id, u.sign_in_name, u.display_name, u.language, u.status, u.version, u.created_at
from sec.app_user u
where ($1::text is null or u.status = $1) and ($2::text is null or u.sign_in_name > $2)
order by u.sign_in_name limit $3`,
);

export interface SeatRow {
  readonly id: string;
  readonly user_id: string;
  readonly display_name: string;
  readonly persona: SeatPersona;
  readonly table_id: string | null;
  readonly agency_id: string | null;
  readonly agency_name: string | null;
  readonly employer_agency_id: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** The last day on which it acts, and the zone of that day: its table's, and UTC for a seat at no table. */
  readonly ends_on: Day;
  readonly time_zone: string;
  readonly version: number;
}

/** Of a seat or offer. Under the reader's own rights, who may not read a table reads its seats' days in UTC. */
const lastDay = (row: 's' | 'o'): string => `zone.time_zone,
  to_char((${row}.ends_at - interval '1 second') at time zone zone.time_zone, 'YYYY-MM-DD') as ends_on`;
const zoneOf = (row: 's' | 'o'): string => `cross join lateral (
  select coalesce((select t.time_zone from sec.situation_table t where t.id = ${row}.table_id), 'UTC') as time_zone) zone`;

const seatColumns = `s.id, s.user_id, u.display_name, s.persona, s.table_id, s.agency_id, a.name as agency_name, s.employer_agency_id, s.starts_at, s.ends_at, s.version,
  ${lastDay('s')}`;

/** $1 seat */
export const seatById = new Read<SeatRow>(
  'agencies.seat',
  `
select ${seatColumns}
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
${zoneOf('s')}
where s.id = $1`,
);

/** Seats that have not ended. $1 user or null, $2 $3 after display name and id, $4 limit */
export const seatRows = new Read<SeatRow>(
  'agencies.seats',
  `
select ${seatColumns}
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
${zoneOf('s')}
where s.ends_at > (select sec.domain_now()) and ($1::uuid is null or s.user_id = $1) and ($2::text is null or (u.display_name, s.id) > ($2, $3::uuid))
order by u.display_name, s.id limit $4`,
);

export interface OfferRow {
  readonly id: string;
  readonly user_id: string;
  readonly display_name: string;
  readonly persona: SeatPersona;
  readonly table_id: string | null;
  readonly agency_id: string | null;
  readonly employer_agency_id: string | null;
  readonly ends_at: Date;
  /** The last day on which it acts, and the zone of that day: its table's, and UTC for a seat at no table. */
  readonly ends_on: Day;
  readonly time_zone: string;
  readonly renews_seat_id: string | null;
  readonly offered_by_me: boolean;
  readonly offered_at: Date;
  readonly begins_at: Date | null;
  readonly waits_for_me: boolean;
  readonly place: string;
}

const offerColumns = `o.id, o.user_id, u.display_name, o.persona, o.table_id, o.agency_id, o.employer_agency_id, o.ends_at, o.renews_seat_id,
  ${lastDay('o')},
  o.offered_by = (select (sec.ctx()).user_id) as offered_by_me, o.offered_at, o.begins_at,
  o.decision is null and sec.waits_for_me(o) as waits_for_me,
  ${utcExact('o.offered_at')} as place`;

/** $1 offer */
export const seatOfferById = new Read<OfferRow>(
  'agencies.seatOffer',
  `
select ${offerColumns}
from sec.seat_offer o
join sec.app_user u on u.id = o.user_id
${zoneOf('o')}
where o.id = $1`,
);

/** Offers that wait for somebody's word. $1 $2 before offer and id, $3 limit */
export const seatOfferRows = new Read<OfferRow>(
  'agencies.seatOffers',
  `
select ${offerColumns}
from sec.seat_offer o
join sec.app_user u on u.id = o.user_id
${zoneOf('o')}
where o.decision is null and ($1::timestamptz is null or (o.offered_at, o.id) < ($1, $2::uuid))
order by o.offered_at desc, o.id desc limit $3`,
);

export interface InvitationRow {
  readonly id: string;
  readonly kind: 'first' | 'reset';
  readonly user_id: string;
  readonly display_name: string;
  readonly agency_id: string | null;
  readonly code_needed: boolean;
  readonly code_given: boolean;
  readonly confirmed: boolean;
  readonly waits_for_administrator: boolean;
  readonly face_to_face: boolean;
  readonly opens_at: Date;
  readonly expires_at: Date;
  readonly state: 'waiting' | 'redeemed' | 'cancelled' | 'expired';
  readonly place: string;
}

const invitationColumns = `i.id, i.kind, i.user_id, u.display_name, i.agency_id, i.code_needed, i.officer_id is not null as code_given, i.second_id is not null as confirmed,
  i.code_needed and cardinality(i.voucher_agencies) = 0 as waits_for_administrator, i.face_by is not null as face_to_face,
  i.opens_at, i.expires_at,
  case when i.redeemed_at is not null then 'redeemed' when i.cancelled_at is not null then 'cancelled' when i.expires_at <= clock_timestamp() then 'expired' else 'waiting' end as state,
  ${utcExact('i.created_at')} as place`;

/** $1 invitation */
export const invitationById = new Read<InvitationRow>(
  'agencies.invitation',
  `
select ${invitationColumns}
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where i.id = $1`,
);

/** $1 $2 before creation and id, $3 limit */
export const invitationRows = new Read<InvitationRow>(
  'agencies.invitations',
  `
select ${invitationColumns}
from sec.invitation i
join sec.app_user u on u.id = i.user_id
where $1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid)
order by i.created_at desc, i.id desc limit $3`,
);

export interface NoticeRow {
  readonly id: string;
  readonly code: string;
  readonly object_id: string | null;
  readonly agency_id: string | null;
  readonly number: string | null;
  readonly meets_was: Date | null;
  readonly meets_at: Date | null;
  readonly created_at: Date;
  readonly seen_at: Date | null;
  readonly place: string;
}

/** $1 $2 before creation and id, $3 limit */
export const noticeRows = new Read<NoticeRow>(
  'agencies.notices',
  `
select n.id, n.code, n.object_id, n.agency_id, n.number, n.meets_was, n.meets_at, n.created_at, n.seen_at, ${utcExact('n.created_at')} as place
from sec.notice n
where $1::timestamptz is null or (n.created_at, n.id) < ($1, $2::uuid)
order by n.created_at desc, n.id desc limit $3`,
);
