import type { MigrationInterface, QueryRunner } from 'typeorm';

const open = ['deidentified', 'limited', 'planning', 'intervention'];
const hearing = ['limited', 'planning', 'intervention'];
const intervening = ['planning', 'intervention'];
const reported = ['planning', 'intervention', 'concluded'];

const ctx = (field: string): string => `(select (sec.ctx()).${field})`;
// The role must be the context's own persona: whoever holds the pool could else set another persona's role on one's own seat.
const wall = (table: string): string =>
  `${table}.table_id = ${ctx('table_id')} and ${ctx('persona')} = current_user`;
const own = (table: string): string => `${table}.agency_id = ${ctx('agency_id')}`;
const visible = (table: string): string =>
  `exists (select from app.situation s where s.table_id = ${table}.table_id and s.id = ${table}.situation_id)`;
const inStage = (table: string, stages: readonly string[]): string =>
  `exists (select from app.situation s where s.table_id = ${table}.table_id and s.id = ${table}.situation_id and s.stage in (${stages.map((s) => `'${s}'`).join(', ')}))`;
const originating = (table: string): string =>
  `exists (select from app.situation_origin o where o.table_id = ${table}.table_id and o.situation_id = ${table}.situation_id and o.agency_id = ${ctx('agency_id')})`;
const enteredOnBehalf = (table: string): string =>
  `exists (select from app.situation_origin o where o.table_id = ${table}.table_id and o.situation_id = ${table}.situation_id and o.on_behalf = 'unconfirmed')`;
const holds = (table: string, tier: 3 | 4): string =>
  `exists (select from app.disclosure d where d.table_id = ${table}.table_id and d.situation_id = ${table}.situation_id and d.agency_id = ${ctx('agency_id')} and d.tier = ${tier} and d.revoked_at is null)`;
const leads = (table: string): string =>
  `exists (select from app.assignment a where a.table_id = ${table}.table_id and a.situation_id = ${table}.situation_id and a.agency_id = ${ctx('agency_id')} and a.part = 'lead' and a.state = 'accepted')`;

type Role = 'rep' | 'coordinator';
interface Rule {
  readonly table: string;
  readonly to: readonly Role[];
  readonly rows: string;
  readonly when: string;
  readonly what: 'select' | 'insert' | 'update';
  readonly columns?: string;
}
const seats: readonly Role[] = ['rep', 'coordinator'];
const reps: readonly Role[] = ['rep'];
const chair: readonly Role[] = ['coordinator'];

/** Who may do what to which rows: `rows` cites the authorization matrix. What no line allows is denied. */
const rules: readonly Rule[] = [
  {
    table: 'screening',
    rows: '1',
    what: 'select',
    to: reps,
    when: own('screening'),
    columns: 'table_id, agency_id, id, content, created_by, created_at, updated_at, version',
  },
  {
    table: 'screening',
    rows: '1',
    what: 'insert',
    to: reps,
    when: own('screening'),
    columns: 'id, content, wrapped_key, epoch_id',
  },
  { table: 'screening', rows: '1', what: 'update', to: reps, when: own('screening'), columns: 'content' },
  {
    table: 'situation',
    rows: '3, 41, 42',
    what: 'select',
    to: seats,
    when: 'not situation.hidden',
    columns: 'table_id, id, year, sequence, number, stage, opened_month, version',
  },
  {
    table: 'situation_origin',
    rows: '4',
    what: 'select',
    to: seats,
    when: inStage('situation_origin', open),
  },
  {
    table: 'situation_author',
    rows: '5',
    what: 'select',
    to: reps,
    when: `${inStage('situation_author', open)} and (${originating('situation_author')} or ${holds('situation_author', 4)})`,
  },
  {
    table: 'situation_author',
    rows: '5',
    what: 'select',
    to: chair,
    when: inStage('situation_author', open),
  },
  { table: 'tier2', rows: '6, 8, 43', what: 'select', to: seats, when: visible('tier2') },
  {
    table: 'tier2',
    rows: '6, 8',
    what: 'update',
    to: reps,
    when: `${inStage('tier2', open)} and ${originating('tier2')}`,
    columns: 'type, age_band, sex, risk_factors, study_flags, protective_factors, sectors',
  },
  {
    table: 'tier2',
    rows: '6',
    what: 'update',
    to: chair,
    when: `${inStage('tier2', ['deidentified'])} and ${enteredOnBehalf('tier2')}`,
    columns: 'type, age_band, sex, risk_factors, study_flags, protective_factors, sectors',
  },
  { table: 'tier2_text', rows: '7, 8', what: 'select', to: seats, when: inStage('tier2_text', open) },
  {
    table: 'tier2_text',
    rows: '7, 8',
    what: 'update',
    to: reps,
    when: `${inStage('tier2_text', open)} and ${originating('tier2_text')}`,
    columns: 'summary, guard_version',
  },
  {
    table: 'tier2_text',
    rows: '7',
    what: 'update',
    to: chair,
    when: `${inStage('tier2_text', ['deidentified'])} and ${enteredOnBehalf('tier2_text')}`,
    columns: 'summary, guard_version',
  },
  { table: 'affected_person', rows: '45', what: 'select', to: seats, when: inStage('affected_person', open) },
  {
    table: 'affected_person',
    rows: '45',
    what: 'insert',
    to: reps,
    when: `${inStage('affected_person', ['deidentified', 'limited'])} and ${originating('affected_person')}`,
    columns: 'situation_id, id, age_band, sex, risk_factors',
  },
  {
    table: 'affected_person',
    rows: '45',
    what: 'update',
    to: reps,
    when: `${inStage('affected_person', open)} and ${originating('affected_person')}`,
    columns: 'age_band, sex, risk_factors',
  },
  {
    table: 'affected_person',
    rows: '45',
    what: 'insert',
    to: chair,
    when: `${inStage('affected_person', ['deidentified'])} and ${enteredOnBehalf('affected_person')}`,
    columns: 'situation_id, id, age_band, sex, risk_factors',
  },
  {
    table: 'affected_person',
    rows: '45',
    what: 'update',
    to: chair,
    when: `${inStage('affected_person', ['deidentified'])} and ${enteredOnBehalf('affected_person')}`,
    columns: 'age_band, sex, risk_factors',
  },
  {
    table: 'discussion_note',
    rows: '9',
    what: 'select',
    to: seats,
    when: inStage('discussion_note', ['deidentified', 'limited']),
  },
  {
    table: 'discussion_note',
    rows: '9',
    what: 'insert',
    to: seats,
    when: `${inStage('discussion_note', ['deidentified', 'limited'])} and discussion_note.agency_id is not distinct from ${ctx('agency_id')}`,
    columns: 'situation_id, id, note, guard_version',
  },
  {
    table: 'risk_decision',
    rows: '10',
    what: 'select',
    to: seats,
    when: inStage('risk_decision', ['deidentified']),
  },
  {
    table: 'tier3',
    rows: '11, 13, 17',
    what: 'select',
    to: reps,
    when: `(${own('tier3')} and ${originating('tier3')}) or (${inStage('tier3', hearing)} and ${holds('tier3', 3)})`,
  },
  {
    table: 'tier3',
    rows: '11, 13',
    what: 'insert',
    to: reps,
    when: `${own('tier3')} and ${originating('tier3')} and ${inStage('tier3', ['deidentified', 'limited'])}`,
    columns: 'situation_id, id, person_id, identity',
  },
  {
    table: 'tier3',
    rows: '11, 13',
    what: 'update',
    to: reps,
    when: `${own('tier3')} and ${originating('tier3')} and ${inStage('tier3', ['deidentified', 'limited'])}`,
    columns: 'identity',
  },
  {
    table: 'tier4',
    rows: '18',
    what: 'select',
    to: reps,
    when: `${inStage('tier4', intervening)} and ((${own('tier4')} and ${originating('tier4')}) or ${holds('tier4', 4)})`,
  },
  {
    table: 'tier4',
    rows: '18',
    what: 'insert',
    to: reps,
    when: `${own('tier4')} and ${inStage('tier4', intervening)} and (${originating('tier4')} or ${holds('tier4', 4)})`,
    columns: 'situation_id, id, person_id, content',
  },
  {
    table: 'tier4',
    rows: '18',
    what: 'update',
    to: reps,
    when: `${own('tier4')} and ${inStage('tier4', intervening)} and (${originating('tier4')} or ${holds('tier4', 4)})`,
    columns: 'content',
  },
  {
    table: 'plan',
    rows: '21',
    what: 'select',
    to: reps,
    when: `${inStage('plan', intervening)} and ${holds('plan', 4)}`,
  },
  {
    table: 'plan',
    rows: '21',
    what: 'insert',
    to: reps,
    when: `${own('plan')} and ${inStage('plan', intervening)} and ${holds('plan', 4)}`,
    columns: 'situation_id, id, content',
  },
  {
    table: 'plan',
    rows: '21',
    what: 'update',
    to: reps,
    when: `${inStage('plan', intervening)} and ${holds('plan', 4)} and ${leads('plan')}`,
    columns: 'content',
  },
  {
    table: 'safety_note',
    rows: '47',
    what: 'select',
    to: reps,
    when: `${inStage('safety_note', intervening)} and ((${own('safety_note')} and ${originating('safety_note')}) or ${holds('safety_note', 4)})`,
  },
  {
    table: 'safety_note',
    rows: '47',
    what: 'insert',
    to: reps,
    when: `${own('safety_note')} and ${inStage('safety_note', intervening)} and (${originating('safety_note')} or ${holds('safety_note', 4)})`,
    columns: 'situation_id, id, note',
  },
  {
    table: 'consent',
    rows: '24',
    what: 'select',
    to: chair,
    when: inStage('consent', hearing),
    columns: 'table_id, situation_id, id, given, due_on',
  },
  {
    table: 'consent',
    rows: '24',
    what: 'select',
    to: reps,
    when: `${inStage('consent', hearing)} and ((${own('consent')} and ${originating('consent')}) or ${holds('consent', 4)})`,
  },
  {
    table: 'consent',
    rows: '24',
    what: 'insert',
    to: reps,
    when: `${own('consent')} and ${inStage('consent', hearing)} and (${originating('consent')} or ${holds('consent', 4)})`,
    columns: 'situation_id, id, state, due_on',
  },
  {
    table: 'consent_detail',
    rows: '24',
    what: 'select',
    to: reps,
    when: `${inStage('consent_detail', hearing)} and ((${own('consent_detail')} and ${originating('consent_detail')}) or ${holds('consent_detail', 4)})`,
  },
  {
    table: 'consent_detail',
    rows: '24',
    what: 'insert',
    to: reps,
    when: `${own('consent_detail')} and ${inStage('consent_detail', hearing)} and (${originating('consent_detail')} or ${holds('consent_detail', 4)}) and exists (select from app.consent c where c.table_id = consent_detail.table_id and c.situation_id = consent_detail.situation_id and c.id = consent_detail.consent_id and c.agency_id = consent_detail.agency_id)`,
    columns: 'situation_id, consent_id, detail',
  },
  {
    table: 'disclosure',
    rows: '25',
    what: 'select',
    to: chair,
    when: visible('disclosure'),
    columns:
      'table_id, situation_id, id, tier, agency_id, basis, meeting_id, granted_at, revoked_at, revoked_because',
  },
  {
    table: 'disclosure',
    rows: '25',
    what: 'select',
    to: reps,
    when: `${visible('disclosure')} and (${own('disclosure')} or app.originated_here(disclosure.situation_id))`,
    columns:
      'table_id, situation_id, id, tier, agency_id, basis, meeting_id, granted_at, revoked_at, revoked_because',
  },
  {
    table: 'answer',
    rows: '14',
    what: 'select',
    to: reps,
    when: `${own('answer')} and ${inStage('answer', ['limited'])}`,
  },
  { table: 'answer', rows: '14', what: 'select', to: chair, when: inStage('answer', ['limited']) },
  {
    table: 'assignment',
    rows: '16, 48',
    what: 'select',
    to: reps,
    when: inStage('assignment', intervening),
    columns:
      'table_id, situation_id, id, agency_id, part, state, asked_at, contact_due_at, answered_at, answered_for_agency',
  },
  {
    table: 'assignment',
    rows: '16, 48',
    what: 'select',
    to: chair,
    when: inStage('assignment', hearing),
    columns:
      'table_id, situation_id, id, agency_id, part, state, asked_at, contact_due_at, answered_at, answered_for_agency, reason',
  },
  { table: 'report_back', rows: '22, 43', what: 'select', to: seats, when: inStage('report_back', reported) },
  {
    table: 'report_back',
    rows: '22',
    what: 'insert',
    to: reps,
    when: `${own('report_back')} and ${inStage('report_back', intervening)} and ${holds('report_back', 4)}`,
    columns: 'situation_id, id, status, still_elevated',
  },
  {
    table: 'report_back_detail',
    rows: '23',
    what: 'select',
    to: reps,
    when: `${inStage('report_back_detail', intervening)} and ${holds('report_back_detail', 4)}`,
  },
  {
    table: 'report_back_detail',
    rows: '23',
    what: 'insert',
    to: reps,
    when: `${own('report_back_detail')} and ${inStage('report_back_detail', intervening)} and ${holds('report_back_detail', 4)} and exists (select from app.report_back r where r.table_id = report_back_detail.table_id and r.situation_id = report_back_detail.situation_id and r.id = report_back_detail.report_back_id and r.agency_id = report_back_detail.agency_id)`,
    columns: 'situation_id, report_back_id, detail',
  },
  {
    table: 'service_mobilized',
    rows: '46',
    what: 'select',
    to: seats,
    when: inStage('service_mobilized', reported),
  },
  {
    table: 'service_mobilized',
    rows: '46',
    what: 'insert',
    to: reps,
    when: `${own('service_mobilized')} and ${inStage('service_mobilized', intervening)} and ${holds('service_mobilized', 4)}`,
    columns: 'situation_id, id, service, mobilization',
  },
  { table: 'gap', rows: '52', what: 'select', to: seats, when: inStage('gap', reported) },
  {
    table: 'gap',
    rows: '52',
    what: 'insert',
    to: reps,
    when: `${own('gap')} and ${inStage('gap', intervening)} and (${originating('gap')} or ${holds('gap', 4)})`,
    columns: 'situation_id, id, service',
  },
  {
    table: 'conclusion_proposal',
    rows: '26',
    what: 'select',
    to: chair,
    when: inStage('conclusion_proposal', open),
  },
  {
    table: 'conclusion_proposal',
    rows: '26',
    what: 'select',
    to: reps,
    when: `${inStage('conclusion_proposal', open)} and (${originating('conclusion_proposal')} or ${holds('conclusion_proposal', 4)})`,
  },
  {
    table: 'conclusion',
    rows: '26, 43',
    what: 'select',
    to: seats,
    when: inStage('conclusion', ['concluded']),
    columns: 'table_id, situation_id, reason, told, risk_after, concluded_on, seal_after, destroy_after',
  },
  {
    table: 'exit',
    rows: '42',
    what: 'select',
    to: seats,
    when: visible('exit'),
    columns: 'table_id, situation_id, kind, type, reason',
  },
  // Not of an exit: row 42 leaves its month, not its hours.
  { table: 'step', rows: '3', what: 'select', to: seats, when: inStage('step', [...open, 'concluded']) },
  { table: 'meeting', rows: '44', what: 'select', to: seats, when: 'true = true' },
  { table: 'attendance', rows: '44', what: 'select', to: seats, when: 'true = true' },
];

const ownerOnly = ['number_counter', 'workflow', 'release_name', 'exit_sector', 'tier_key', 'move'];
const walled = [
  ...new Set(rules.map((rule) => rule.table)),
  ...ownerOnly.filter((table) => table !== 'move'),
];
const byContext: Readonly<Record<string, readonly string[]>> = {
  table_id: [
    'screening',
    'affected_person',
    'discussion_note',
    'tier3',
    'tier4',
    'plan',
    'safety_note',
    'consent',
    'consent_detail',
    'report_back',
    'report_back_detail',
    'service_mobilized',
    'gap',
  ],
  agency_id: [
    'screening',
    'discussion_note',
    'tier3',
    'tier4',
    'plan',
    'safety_note',
    'consent',
    'consent_detail',
    'report_back',
    'report_back_detail',
    'service_mobilized',
    'gap',
  ],
  user_id: ['tier4'],
};

function policy(rule: Rule, index: number): string {
  const check =
    rule.what === 'insert'
      ? `with check (${rule.when})`
      : rule.what === 'update'
        ? `using (${rule.when}) with check (${rule.when})`
        : `using (${rule.when})`;
  const columns = rule.columns === undefined ? '' : ` (${rule.columns})`;
  return `create policy ${rule.table}_${rule.what}_${index} on app.${rule.table} for ${rule.what} to ${rule.to.join(', ')} ${check};
comment on policy ${rule.table}_${rule.what}_${index} on app.${rule.table} is 'matrix row ${rule.rows}';
grant ${rule.what}${columns} on app.${rule.table} to ${rule.to.join(', ')};`;
}

/** The second wall around situations: row-level security, forced, walled by table, then one line a right. */
export class SituationWalls1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.originated_here(p_situation uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation_origin o where o.table_id = (select (sec.ctx()).table_id) and o.situation_id = p_situation and o.agency_id = (select (sec.ctx()).agency_id)) $$;
grant execute on function app.originated_here(uuid) to rep;
grant usage on schema app to rep, coordinator;
`);
    for (const table of walled) {
      await runner.query(`
alter table app.${table} enable row level security;
alter table app.${table} force row level security;
create policy ${table}_wall on app.${table} as restrictive to rep, coordinator, auditor, administrator, privacy, projector using (${wall(table)}) with check (${wall(table)});
create policy ${table}_owner on app.${table} to owner using (true) with check (true);`);
    }
    for (const [column, tables] of Object.entries(byContext)) {
      for (const table of tables)
        await runner.query(
          `alter table app.${table} alter column ${column} set default (sec.ctx()).${column};`,
        );
    }
    await runner.query(`
alter table app.screening alter column created_by set default (sec.ctx()).user_id, alter column created_at set default sec.domain_now(), alter column updated_at set default sec.domain_now();`);
    for (const [index, rule] of rules.entries()) await runner.query(policy(rule, index));
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
