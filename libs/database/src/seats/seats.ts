import type { Day } from '#domain/days';
import type { SeatPersona } from '#domain/visibility';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

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

const seatPage = `
select ${seatColumns}
from sec.seat s
join sec.app_user u on u.id = s.user_id
left join sec.agency a on a.id = s.agency_id
${zoneOf('s')}
where s.ends_at > (select sec.domain_now()) and ($1::uuid is null or s.user_id = $1) and ($2::text is null or u.display_name >= $2 and (u.display_name, s.id) > ($2, $3::uuid))
order by u.display_name, s.id limit $4`;

/** Seats that have not ended, for who reads all of them. $1 user or null, $2 $3 after display name and id, $4 limit */
export const seatRows = Read.inOrder<SeatRow>('agencies.seats', seatPage);

/** The same for who reads those of one table or agency: few, and found by it rather than by name. */
export const ownSeatRows = new Read<SeatRow>('agencies.ownSeats', seatPage);

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
export const seatOfferRows = Read.inOrder<OfferRow>(
  'agencies.seatOffers',
  `
select ${offerColumns}
from sec.seat_offer o
join sec.app_user u on u.id = o.user_id
${zoneOf('o')}
where o.decision is null and ($1::timestamptz is null or (o.offered_at, o.id) < ($1, $2::uuid))
order by o.offered_at desc, o.id desc limit $3`,
);
