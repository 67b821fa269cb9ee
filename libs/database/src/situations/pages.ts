import { agencyLabel, type AgencyLabel } from '../door/agency-label.js';
import { lookedUp } from '../door/looked-up.js';
import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';

const here = (alias: string): string =>
  `${alias}.table_id = (select (sec.ctx()).table_id) and ${alias}.situation_id = $1`;

/** A sealed row of one tier: who wrote it, what is in it (ciphertext), which version. */
export interface SealedRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly agency: AgencyLabel;
  readonly agency_id: string;
  readonly sealed: Buffer;
  readonly version: number;
  readonly written_at: string | null;
}

/** Limited identifiers, the subject's first. $1 situation */
export const tier3Rows = new Read<SealedRow>(
  'situations.tier3',
  `
select x.id, x.person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.identity as sealed, x.version, null as written_at from app.tier3 x
left join app.affected_person p on p.table_id = x.table_id and p.situation_id = x.situation_id and p.id = x.person_id
where ${here('x')} order by p.place nulls first, x.person_id nulls first, x.id`,
);

/** Full content, the oldest first. $1 situation */
export const tier4Rows = new Read<SealedRow>(
  'situations.tier4',
  `
select x.id, x.person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.content as sealed, x.version, ${utc('x.written_at')} as written_at from app.tier4 x where ${here('x')} order by x.written_at, x.id`,
);

/** The intervention's plan. $1 situation */
export const planRows = new Read<SealedRow>(
  'situations.plan',
  `
select x.id, null as person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.content as sealed, x.version, null as written_at from app.plan x where ${here('x')} order by x.id`,
);

/** Safety notes of the visit, the oldest first. $1 situation */
export const safetyRows = new Read<SealedRow>(
  'situations.safety',
  `
select x.id, null as person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.note as sealed, 1 as version, ${utc('x.written_at')} as written_at from app.safety_note x where ${here('x')} order by x.written_at, x.id`,
);

/** What report-backs say beyond their code. $1 situation */
export const reportDetailRows = new Read<SealedRow>(
  'situations.reportDetails',
  `
select x.report_back_id as id, null as person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.detail as sealed, 1 as version, null as written_at from app.report_back_detail x where ${here('x')} order by x.report_back_id`,
);

/** What is kept about a consent beyond its code. $1 situation */
export const consentDetailRows = new Read<SealedRow>(
  'situations.consentDetails',
  `
select x.consent_id as id, null as person_id, x.agency_id, ${agencyLabel('x.agency_id')} as agency, x.detail as sealed, 1 as version, null as written_at from app.consent_detail x where ${here('x')} order by x.consent_id`,
);

export interface LedgerRow {
  readonly id: string;
  readonly tier: number;
  readonly agency: AgencyLabel;
  readonly agency_id: string;
  readonly basis: string;
  readonly granted_at: string;
  readonly revoked_at: string | null;
  readonly revoked_because: string | null;
}
/** Who got which tier, on what basis, from when until when. $1 situation */
export const ledgerRows = new Read<LedgerRow>(
  'situations.ledger',
  `
select d.id, d.tier, d.agency_id, ${agencyLabel('d.agency_id')} as agency, d.basis, ${utc('d.granted_at')} as granted_at, ${utc('d.revoked_at')} as revoked_at, d.revoked_because
from app.disclosure d where ${here('d')} order by d.granted_at, d.id`,
);

export interface StepRow {
  readonly move: string;
  readonly stage: string;
  readonly at: string;
}
/** The timeline: moves and the stages they led to. $1 situation */
export const stepRows = new Read<StepRow>(
  'situations.timeline',
  `
select p.move, p.stage, ${utc('p.at')} as at from app.step p where ${here('p')} order by p.version`,
);

export interface SawRow {
  readonly seq: string;
  readonly at: string;
  readonly who: string | null;
  readonly agency: string | null;
  readonly persona: string | null;
  readonly action: string;
  readonly fields: string[];
  readonly outcome: string;
  readonly purpose: string | null;
}
/**
 * Who opened or was refused what; the function decides what the viewer may know of it. $1 situation, $2
 * before this event, $3 how many
 */
export const sawRows = new Read<SawRow>(
  'situations.whoSaw',
  `
select w.seq, ${utc('w.at')} as at, u.display_name as who, a.name as agency, w.persona, w.action, w.fields, w.outcome, w.purpose
from app.who_saw($1, $2, $3) w
left join sec.app_user u on u.id = w.actor
${lookedUp('sec.agency', ['name'], 'w.agency', 'a')}
order by w.seq desc`,
);
