import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface DueRow {
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly concluded_on: Day;
  readonly destroy_on: Day;
  readonly sealed: boolean;
  readonly held: boolean;
  readonly early_id: string | null;
}
/**
 * What the officer's agency brought, is concluded and falls due. $1 within so many days, null for all, $2 $3
 * after this day and situation, $4 how many
 */
export const agencyRetention = new Read<DueRow>(
  'retention.due',
  `
select d.situation_id, t.name as table, d.number, to_char(d.concluded_on, 'YYYY-MM-DD') as concluded_on, to_char(d.destroy_on, 'YYYY-MM-DD') as destroy_on, d.sealed, d.held, d.early_id
from app.agency_retention($1, $2, $3, $4) d left join sec.situation_table t on t.id = d.table_id order by d.destroy_on, d.situation_id`,
);

export interface HoldRow {
  readonly id: string;
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly reason: string;
  readonly review_on: Day;
  readonly review_due: boolean;
  readonly set_at: string;
  readonly lifted_at: string | null;
}
/**
 * The holds of the officer's agency, those that stand first. $1 $2 $3 after one that is lifted or not, its
 * review and id, $4 how many
 */
export const agencyHolds = new Read<HoldRow>(
  'retention.holds',
  `
select h.id, h.situation_id, t.name as table, h.number, h.reason, to_char(h.review_on, 'YYYY-MM-DD') as review_on, h.review_due, ${utcExact('h.set_at')} as set_at, ${utcExact('h.lifted_at')} as lifted_at
from app.agency_holds($1, $2, $3, $4) h left join sec.situation_table t on t.id = h.table_id order by h.lifted_at is not null, h.review_on, h.id`,
);

export interface SituationHoldRow {
  readonly id: string;
  readonly agency: string;
  readonly reason: string;
  readonly review_on: Day;
  readonly set_at: string;
  readonly lifted_at: string | null;
}
/** $1 situation */
export const situationHolds = new Read<SituationHoldRow>(
  'retention.holdsOf',
  `
select h.id, a.name as agency, h.reason, to_char(h.review_on, 'YYYY-MM-DD') as review_on, ${utcExact('h.set_at')} as set_at, ${utcExact('h.lifted_at')} as lifted_at
from app.holds_of($1) h left join sec.agency a on a.id = h.agency_id order by h.set_at, h.id`,
);

export interface HoldRequestRow {
  readonly id: string;
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: string;
}
/** What representatives asked of their officer and nobody answered. $1 $2 after this time and id, $3 how many */
export const holdRequests = new Read<HoldRequestRow>(
  'retention.holdRequests',
  `
select r.id, r.situation_id, t.name as table, r.number, r.reason, u.display_name as asked_by, ${utcExact('r.asked_at')} as asked_at
from app.agency_hold_requests($1, $2, $3) r left join sec.situation_table t on t.id = r.table_id left join sec.app_user u on u.id = r.asked_by order by r.asked_at, r.id`,
);

export interface CertificateRow {
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly because: string;
  readonly destroyed_at: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly content_hash: string;
  readonly keys_hash: string;
}
/** What the officer's agency brought and is destroyed. $1 $2 before this time and situation, $3 how many */
export const agencyCertificates = new Read<CertificateRow>(
  'retention.certificates',
  `
select k.situation_id, t.name as table, k.number, k.because, ${utcExact('k.destroyed_at')} as destroyed_at, k.rows, k.content_hash, k.keys_hash
from app.agency_certificates($1, $2, $3) k left join sec.situation_table t on t.id = k.table_id order by k.destroyed_at desc, k.situation_id desc`,
);

export interface EarlyDestructionRow {
  readonly id: string;
  readonly situation_id: string;
  readonly number: string;
  readonly agency: string;
  readonly consent: string;
  readonly consented_on: Day;
  readonly asked_at: string;
}
/** What waits for the coordinator as second person. $1 $2 after this time and id, $3 how many */
export const earlyDestructions = Read.inOrder<EarlyDestructionRow>(
  'retention.earlyDestructions',
  `
select e.id, e.situation_id, s.number, a.name as agency, e.consent, to_char(e.consented_on, 'YYYY-MM-DD') as consented_on, ${utcExact('e.asked_at')} as asked_at
from (select x.id, x.table_id, x.situation_id, x.agency_id, x.consent, x.consented_on, x.asked_at from app.early_destruction x
  where x.table_id = (select (sec.ctx()).table_id) and ($2::uuid is null or (x.asked_at, x.id) > ($1::timestamptz, $2)) order by x.asked_at, x.id limit $3) e
join app.situation s on s.table_id = e.table_id and s.id = e.situation_id left join sec.agency a on a.id = e.agency_id
order by e.asked_at, e.id limit $3`,
);
