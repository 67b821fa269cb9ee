import type { Day } from '#domain/days';
import { columnOf, correctedFields, type CorrectedField, type KeptCodes } from '#domain/vocabulary';
import type { Session } from '../door/session.js';

/**
 * Writing the content of a situation. Row-level security decides whether the row may be written at all (42501
 * when not, zero rows changed when it is not visible); author, table and time come from the signed context,
 * never from the caller. A text that this program does not show to the guard is written as of version 0, also
 * over one that a later program checked.
 */
const here = 'table_id = (select (sec.ctx()).table_id) and situation_id = $1';

export async function addNote(
  session: Session,
  situationId: string,
  id: string,
  note: Buffer,
  guardVersion: number,
): Promise<void> {
  await session.change(
    'insert into app.discussion_note (situation_id, id, note, guard_version) values ($1, $2, $3, $4)',
    [situationId, id, note, guardVersion],
  );
}

export async function addPerson(
  session: Session,
  situationId: string,
  id: string,
  person: { ageBand: string | null; sex: string | null; riskFactors: readonly string[] },
): Promise<void> {
  await session.change(
    'insert into app.affected_person (situation_id, id, age_band, sex, risk_factors) values ($1, $2, $3, $4, $5)',
    [situationId, id, person.ageBand, person.sex, person.riskFactors],
  );
}

export async function correctPerson(
  session: Session,
  situationId: string,
  id: string,
  version: number,
  person: { ageBand: string | null; sex: string | null; riskFactors: readonly string[] },
): Promise<number> {
  return session.change(
    `update app.affected_person set age_band = $4, sex = $5, risk_factors = $6 where ${here} and id = $2 and version = $3`,
    [situationId, id, version, person.ageBand, person.sex, person.riskFactors],
  );
}

/** The codes of a correction, each field with what it is from now on. */
export type CorrectedCodes = KeptCodes<CorrectedField>;
const corrected = correctedFields.map(columnOf);
export async function correctTier2(
  session: Session,
  situationId: string,
  version: number,
  codes: CorrectedCodes,
): Promise<number> {
  return session.change(
    `update app.tier2 t set ${corrected.map((column) => `${column} = x.${column}`).join(', ')}
     from jsonb_populate_record(null::app.tier2, $3::jsonb) x
     where t.table_id = (select (sec.ctx()).table_id) and t.situation_id = $1 and t.version = $2`,
    [
      situationId,
      version,
      JSON.stringify(Object.fromEntries(correctedFields.map((name) => [columnOf(name), codes[name]]))),
    ],
  );
}

export async function correctSummary(
  session: Session,
  situationId: string,
  version: number,
  summary: Buffer | null,
  guardVersion: number,
): Promise<number> {
  return session.change(
    `update app.tier2_text set summary = $3, guard_version = $4 where ${here} and version = $2`,
    [situationId, version, summary, summary === null ? null : guardVersion],
  );
}

export async function addTier3(
  session: Session,
  situationId: string,
  id: string,
  personId: string | null,
  identity: Buffer,
): Promise<void> {
  await session.change(
    'insert into app.tier3 (situation_id, id, person_id, identity) values ($1, $2, $3, $4)',
    [situationId, id, personId, identity],
  );
}

export async function correctTier3(
  session: Session,
  situationId: string,
  id: string,
  version: number,
  identity: Buffer,
): Promise<number> {
  return session.change(
    `update app.tier3 set identity = $4, guard_version = default where ${here} and id = $2 and version = $3`,
    [situationId, id, version, identity],
  );
}

export async function addTier4(
  session: Session,
  situationId: string,
  id: string,
  personId: string | null,
  content: Buffer,
): Promise<void> {
  await session.change(
    'insert into app.tier4 (situation_id, id, person_id, content) values ($1, $2, $3, $4)',
    [situationId, id, personId, content],
  );
}

export async function correctTier4(
  session: Session,
  situationId: string,
  id: string,
  version: number,
  content: Buffer,
): Promise<number> {
  return session.change(
    `update app.tier4 set content = $4, guard_version = default where ${here} and id = $2 and version = $3`,
    [situationId, id, version, content],
  );
}

export async function addPlan(
  session: Session,
  situationId: string,
  id: string,
  content: Buffer,
): Promise<void> {
  await session.change('insert into app.plan (situation_id, id, content) values ($1, $2, $3)', [
    situationId,
    id,
    content,
  ]);
}

export async function changePlan(
  session: Session,
  situationId: string,
  id: string,
  version: number,
  content: Buffer,
): Promise<number> {
  return session.change(
    `update app.plan set content = $4, guard_version = default where ${here} and id = $2 and version = $3`,
    [situationId, id, version, content],
  );
}

export async function addSafetyNote(
  session: Session,
  situationId: string,
  id: string,
  note: Buffer,
): Promise<void> {
  await session.change('insert into app.safety_note (situation_id, id, note) values ($1, $2, $3)', [
    situationId,
    id,
    note,
  ]);
}

export async function addConsent(
  session: Session,
  situationId: string,
  id: string,
  consent: { state: string; dueOn: string | null; detail: Buffer | null },
): Promise<void> {
  await session.change('insert into app.consent (situation_id, id, state, due_on) values ($1, $2, $3, $4)', [
    situationId,
    id,
    consent.state,
    consent.dueOn,
  ]);
  if (consent.detail !== null)
    await session.change(
      'insert into app.consent_detail (situation_id, consent_id, detail) values ($1, $2, $3)',
      [situationId, id, consent.detail],
    );
}

export async function addReportBack(
  session: Session,
  situationId: string,
  id: string,
  report: { status: string; stillElevated: boolean | null; detail: Buffer | null },
): Promise<void> {
  await session.change(
    'insert into app.report_back (situation_id, id, status, still_elevated) values ($1, $2, $3, $4)',
    [situationId, id, report.status, report.stillElevated],
  );
  if (report.detail !== null)
    await session.change(
      'insert into app.report_back_detail (situation_id, report_back_id, detail) values ($1, $2, $3)',
      [situationId, id, report.detail],
    );
}

export async function addService(
  session: Session,
  situationId: string,
  id: string,
  service: string,
  mobilization: string,
): Promise<void> {
  await session.change(
    'insert into app.service_mobilized (situation_id, id, service, mobilization) values ($1, $2, $3, $4)',
    [situationId, id, service, mobilization],
  );
}

export async function addGap(
  session: Session,
  situationId: string,
  id: string,
  service: string,
): Promise<void> {
  await session.change('insert into app.gap (situation_id, id, service) values ($1, $2, $3)', [
    situationId,
    id,
    service,
  ]);
}

const versioned = {
  tier2: ['app.tier2', 'situation_id'],
  summary: ['app.tier2_text', 'situation_id'],
  persons: ['app.affected_person', 'id'],
  tier3: ['app.tier3', 'id'],
  tier4: ['app.tier4', 'id'],
  plan: ['app.plan', 'id'],
} as const;
export type VersionedGroup = keyof typeof versioned;

/** The version of a row as this viewer may see it; undefined when it may not. */
export async function versionSeen(
  session: Session,
  group: VersionedGroup,
  situationId: string,
  id: string,
): Promise<number | undefined> {
  const [table, column] = versioned[group];
  return (
    await session.maybe<{ version: number }>(
      `select x.version from ${table} x where x.table_id = (select (sec.ctx()).table_id) and x.situation_id = $1 and x.${column} = $2`,
      [situationId, id],
    )
  )?.version;
}

/** Today at the acting seat's table. */
export async function todayHere(session: Session): Promise<Day> {
  const { today } = await session.one<{ today: Day }>(
    `select to_char(sec.today((select (sec.ctx()).table_id)), 'YYYY-MM-DD') as today`,
    [],
  );
  return today;
}

/**
 * The age band of the person that an identity is about, and since when the situation is open; undefined where
 * the viewer may not see them.
 */
export async function ageBandWritten(
  session: Session,
  situationId: string,
  identityId: string,
): Promise<{ opened: string; age_band: string | null } | undefined> {
  return session.maybe(
    `select to_char(s.opened_month, 'YYYY-MM-DD') as opened,
  case when t.person_id is null then c.age_band else p.age_band end as age_band
from app.tier3 t
join app.situation s on s.table_id = t.table_id and s.id = t.situation_id
left join app.tier2 c on c.table_id = t.table_id and c.situation_id = t.situation_id
left join app.affected_person p on p.table_id = t.table_id and p.situation_id = t.situation_id and p.id = t.person_id
where t.table_id = (select (sec.ctx()).table_id) and t.situation_id = $1 and t.id = $2`,
    [situationId, identityId],
  );
}
