import type { Day } from '#domain/days';
import { Read } from '../door/read.js';
import { utcExact } from '../door/utc.js';

export interface AgencyLedgerRow {
  readonly id: string;
  readonly situation_id: string;
  readonly table: string;
  readonly number: string;
  readonly tier: number;
  readonly agency: string;
  readonly given: boolean;
  readonly basis: string;
  readonly granted_at: string;
  readonly revoked_at: string | null;
  readonly revoked_because: string | null;
}

/** $1 $2 before this time and id, $3 how many */
export const agencyLedger = new Read<AgencyLedgerRow>(
  'privacy.ledger',
  `
select l.id, l.situation_id, t.name as table, l.number, l.tier, a.name as agency, l.given, l.basis, ${utcExact('l.granted_at')} as granted_at, ${utcExact('l.revoked_at')} as revoked_at, l.revoked_because
from app.agency_ledger($1, $2, $3) l left join sec.situation_table t on t.id = l.table_id left join sec.agency a on a.id = l.agency_id
order by l.granted_at desc, l.id desc`,
);

export interface AgencyAuditRow {
  readonly at: string;
  readonly at_us: string;
  readonly seq: string;
  readonly table: string;
  readonly number: string | null;
  readonly who: string | null;
  readonly agency: string | null;
  readonly persona: string | null;
  readonly action: string;
  readonly fields: string[];
  readonly outcome: string;
  readonly purpose: string | null;
  readonly late: boolean;
}
/** $1 about situations or people, $2 $3 before this moment (microseconds) and sequence, $4 how many */
export const agencyAudit = new Read<AgencyAuditRow>(
  'privacy.audit',
  `
select ${utcExact('e.at')} as at, e.at_us, e.seq, t.name as table, e.number, u.display_name as who, a.name as agency, e.persona, e.action, e.fields, e.outcome, e.purpose, e.late
from app.agency_audit($1, $2, $3, $4) e left join sec.situation_table t on t.id = e.table_id left join sec.app_user u on u.id = e.actor left join sec.agency a on a.id = e.agency_id
order by e.at_us desc, e.seq desc`,
);

export interface AgencyConsentRow {
  readonly id: string;
  readonly year: number;
  readonly sequence: number;
  readonly number: string;
  readonly table: string;
  readonly given: boolean;
  readonly due_on: Day | null;
}
/**
 * Consents that the officer's agency noted, and when notice is due. $1 $2 $3 after this year, sequence and
 * id, $4 how many
 */
export const agencyConsents = new Read<AgencyConsentRow>(
  'privacy.consents',
  `
select c.id, c.year, c.sequence, c.number, t.name as table, c.given, to_char(c.due_on, 'YYYY-MM-DD') as due_on
from app.agency_consents($1, $2, $3, $4) c left join sec.situation_table t on t.id = c.table_id order by c.year, c.sequence, c.id`,
);

export interface AuditCountRow {
  readonly month: string;
  readonly action: string;
  readonly outcome: string;
  readonly events: number;
}
/**
 * Events of months that are over, counted by month, action and outcome, as far as the viewer may count them.
 * $1 $2 $3 after this month, action and outcome, $4 how many
 */
export const auditCounts = new Read<AuditCountRow>(
  'privacy.auditCounts',
  `
select c.month, c.action, c.outcome, c.events::integer as events from app.audit_counts($1, $2, $3, $4) c order by c.month desc, c.action, c.outcome`,
);

/** How many persons are in what the officer's agency brought, and how many services and safety notes are its own. */
export const agencyCounts = new Read<{ what: string; rows: number }>(
  'privacy.counts',
  `
select c.what, c.rows::integer as rows from app.agency_counts() c`,
);
