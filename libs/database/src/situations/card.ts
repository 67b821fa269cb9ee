import type { Facts } from '#domain/filters';
import { columnOf, fieldsIn, type CodesIn, type Stage } from '#domain/vocabulary';
import { agencyLabel, type AgencyLabel } from '../door/agency-label.js';
import { Read } from '../door/read.js';
import { utc } from '../door/utc.js';

interface Wrapped {
  readonly wrapped: string;
  readonly epochId: string;
}

/** One situation with everything that this seat may see, as row-level security leaves it; sealed texts in base64. */
export interface CardRow {
  readonly table_id: string;
  readonly header: { id: string; number: string; stage: Stage; openedMonth: string; version: number };
  readonly facts: Facts | null;
  readonly origin: { agency: AgencyLabel; onBehalf: 'no' | 'unconfirmed' | 'confirmed' } | null;
  readonly author: { id: string; name: string } | null;
  readonly tier2: (CodesIn<'card'> & { version: number }) | null;
  readonly summary: { sealed: string | null; version: number } | null;
  readonly persons: {
    id: string;
    ageBand: string | null;
    sex: string | null;
    riskFactors: string[];
    version: number;
  }[];
  readonly notes: { id: string; agency: AgencyLabel | null; sealed: string; writtenAt: string }[];
  readonly risk: {
    fourPoints: string[];
    decidedBy: string;
    agenciesPresent: string[];
    recordedAt: string;
  } | null;
  readonly answers: {
    agency: AgencyLabel;
    round: number;
    answer: string;
    canHelp: boolean;
    enteredForAgency: boolean;
    agencyId: string;
  }[];
  readonly assignments: {
    id: string;
    agency: AgencyLabel;
    role: string;
    state: string;
    askedAt: string;
    contactDueAt: string;
    answeredAt: string | null;
    answeredForAgency: boolean;
  }[];
  readonly report_backs: {
    id: string;
    agency: AgencyLabel;
    status: string;
    stillElevated: boolean | null;
    reportedAt: string;
  }[];
  readonly services: {
    id: string;
    agency: AgencyLabel;
    service: string;
    mobilization: string;
    month: string;
  }[];
  readonly gaps: { id: string; agency: AgencyLabel; service: string; month: string }[];
  readonly consents: { id: string; given: boolean; dueOn: string | null }[];
  readonly conclusion_proposal: { reason: string; proposedAt: string } | null;
  readonly conclusion: {
    reason: string;
    told: string | null;
    riskAfter: string[];
    concludedOn: string;
    sealAfter: string;
    destroyAfter: string;
  } | null;
  readonly exit: { kind: string; type: string; reason: string | null } | null;
  readonly key2: Wrapped | null;
}

const of = (alias: string): string => `${alias}.table_id = s.table_id and ${alias}.situation_id = s.id`;
const list = (columns: string, from: string, order: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object(${columns}) order by ${order}) from ${from}), '[]')`;

const codes = fieldsIn('card')
  .map((name) => `'${name}', t.${columnOf(name)}`)
  .join(', ');

/** $1 situation */
export const situationCard = new Read<CardRow>(
  'situations.card',
  `
select s.table_id,
  jsonb_build_object('id', s.id, 'number', s.number, 'stage', s.stage, 'openedMonth', to_char(s.opened_month, 'YYYY-MM'), 'version', s.version) as header,
  (select f.facts from app.move_facts(s.id) f) as facts,
  (select jsonb_build_object('agency', ${agencyLabel('o.agency_id')}, 'onBehalf', o.on_behalf) from app.situation_origin o where ${of('o')}) as origin,
  (select jsonb_build_object('id', u.id, 'name', u.display_name) from app.situation_author w join sec.app_user u on u.id = w.user_id where ${of('w')}) as author,
  (select jsonb_build_object(${codes}, 'version', t.version) from app.tier2 t where ${of('t')}) as tier2,
  (select jsonb_build_object('sealed', translate(encode(x.summary, 'base64'), E'\\n', ''), 'version', x.version) from app.tier2_text x where ${of('x')}) as summary,
  ${list(`'id', p.id, 'ageBand', p.age_band, 'sex', p.sex, 'riskFactors', p.risk_factors, 'version', p.version`, `app.affected_person p where ${of('p')}`, 'p.place, p.id')} as persons,
  ${list(`'id', n.id, 'agency', ${agencyLabel('n.agency_id')}, 'sealed', translate(encode(n.note, 'base64'), E'\\n', ''), 'writtenAt', ${utc('n.written_at')}`, `app.discussion_note n where ${of('n')}`, 'n.written_at, n.id')} as notes,
  (select jsonb_build_object('fourPoints', r.four_points, 'decidedBy', r.decided_by, 'agenciesPresent', r.agencies_present, 'recordedAt', ${utc('r.recorded_at')}) from app.risk_decision r where ${of('r')}) as risk,
  ${list(`'agency', ${agencyLabel('w.agency_id')}, 'agencyId', w.agency_id, 'round', w.round, 'answer', w.answer, 'canHelp', w.can_help, 'enteredForAgency', w.entered_for_agency`, `app.answer w where ${of('w')}`, 'w.round, w.answered_at, w.agency_id')} as answers,
  ${list(`'id', g.id, 'agency', ${agencyLabel('g.agency_id')}, 'role', g.role, 'state', g.state, 'askedAt', ${utc('g.asked_at')}, 'contactDueAt', ${utc('g.contact_due_at')}, 'answeredAt', ${utc('g.answered_at')}, 'answeredForAgency', g.answered_for_agency`, `app.assignment g where ${of('g')}`, 'g.asked_at, g.role desc, g.id')} as assignments,
  ${list(`'id', b.id, 'agency', ${agencyLabel('b.agency_id')}, 'status', b.status, 'stillElevated', b.still_elevated, 'reportedAt', ${utc('b.reported_at')}`, `app.report_back b where ${of('b')}`, 'b.reported_at, b.id')} as report_backs,
  ${list(`'id', v.id, 'agency', ${agencyLabel('v.agency_id')}, 'service', v.service, 'mobilization', v.mobilization, 'month', to_char(v.month, 'YYYY-MM')`, `app.service_mobilized v where ${of('v')}`, 'v.month, v.id')} as services,
  ${list(`'id', v.id, 'agency', ${agencyLabel('v.agency_id')}, 'service', v.service, 'month', to_char(v.month, 'YYYY-MM')`, `app.gap v where ${of('v')}`, 'v.month, v.id')} as gaps,
  ${list(`'id', c.id, 'given', c.given, 'dueOn', c.due_on`, `app.consent c where ${of('c')}`, 'c.id')} as consents,
  (select jsonb_build_object('reason', q.reason, 'proposedAt', ${utc('q.proposed_at')}) from app.conclusion_proposal q where ${of('q')}) as conclusion_proposal,
  (select jsonb_build_object('reason', z.reason, 'told', z.told, 'riskAfter', z.risk_after, 'concludedOn', z.concluded_on, 'sealAfter', z.seal_after, 'destroyAfter', z.destroy_after) from app.conclusion z where ${of('z')}) as conclusion,
  (select jsonb_build_object('kind', e.kind, 'type', e.type, 'reason', e.reason) from app.exit e where ${of('e')}) as exit,
  (select jsonb_build_object('wrapped', translate(encode(k.wrapped, 'base64'), E'\\n', ''), 'epochId', k.epoch_id) from app.open_tier(s.id, 2::smallint, 'read') k) as key2
from app.situation s
where s.id = $1 and s.table_id = (select (sec.ctx()).table_id)`,
);
