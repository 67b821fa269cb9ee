import type { World } from '../world/world.js';

/** How much an installation has: situations that are over, and the tables that they are spread over. */
export interface Size {
  readonly situations: number;
  readonly tables: number;
}

type Plant = World['database']['plant'];

/**
 * One agency, one representative, one coordinator and one officer a table; numbers go on after those that are
 * there.
 */
const ofTables: readonly string[] = [
  `insert into sec.agency (id, name, sector) select md5('agency' || k)::uuid, 'Planted agency ' || k, 'justice' from planted_table`,
  `insert into sec.situation_table (id, name, region, region_code, founded_at) select planted_table.id, 'Planted table ' || k, t.region, t.region_code, now() from planted_table, sec.situation_table t where t.id = (select m.table_id from measured m)`,
  `insert into sec.meeting_plan (table_id) select id from planted_table`,
  `insert into sec.meeting_rule (table_id, from_on, anchor_on) select id, '2020-01-01', '2020-01-02' from planted_table`,
  // One table has not sealed: until it has, its years wait to be cut.
  `insert into app.sealing (table_id, boundary, next_at) select id, case when k = 1 then '-infinity' else now() end, now() + interval '6 days' from planted_table`,
  `insert into app.reminder (table_id, next_at) select id, now() + interval '1 hour' from planted_table`,
  `insert into audit.head (chain, seq, hash) select id, 0, '\\x' from planted_table`,
  `insert into sec.table_agency (table_id, agency_id, joined_on) select id, md5('agency' || k)::uuid, '2024-01-01' from planted_table`,
  // The officer whose pages are measured answers for an agency of three tables, however many there are.
  `insert into sec.table_agency (table_id, agency_id, joined_on) select id, (select a.agency_id from measured a), '2024-01-01' from planted_table where k <= 2`,
  ...['rep', 'coordinator', 'privacy'].flatMap((persona) => [
    `insert into sec.app_user (id, sign_in_name, display_name) select md5('${persona}' || k)::uuid, '${persona}-' || k, 'Planted ${persona} ' || k from planted_table`,
    `insert into sec.seat (user_id, persona, table_id, agency_id, employer_agency_id)
      select md5('${persona}' || k)::uuid, '${persona}', ${persona === 'privacy' ? 'null' : 'id'}, ${persona === 'coordinator' ? 'null' : `md5('agency' || k)::uuid`}, ${persona === 'coordinator' ? `md5('agency' || k)::uuid` : 'null'} from planted_table`,
    `insert into sec.invitation (kind, user_id, token_hash, code_needed, opens_at, created_by, created_at, redeemed_at)
      select 'first', md5('${persona}' || k)::uuid, sha256(('${persona}' || k)::bytea), false, now(), (select m.user_id from measured m), now() - k * interval '1 minute', now() from planted_table`,
    `insert into sec.seat_offer (user_id, persona, table_id, agency_id, employer_agency_id, ends_at, offered_by, offered_at, decision, decided_at)
      select md5('${persona}' || k)::uuid, '${persona}', ${persona === 'privacy' ? 'null' : 'id'}, ${persona === 'coordinator' ? 'null' : `md5('agency' || k)::uuid`}, ${persona === 'coordinator' ? `md5('agency' || k)::uuid` : 'null'}, now() + interval '1 year', (select m.user_id from measured m), now() - k * interval '1 minute', 'approved', now() from planted_table`,
  ]),
  `insert into sec.mail_address (user_id, sealed, quiet_from, quiet_until) select md5('rep' || k)::uuid, '\\x01', '00:00', '00:00' from planted_table`,
  `insert into sec.digest (agency_id, week_on, next_at) select md5('agency' || k)::uuid, current_date, now() + interval '3 days' from planted_table`,
  `insert into sec.joining (table_id, agency_id, has_account, asked_by, asked_at, coordinator_id, officer_id, officer_agency_id, decision, decided_at)
    select id, md5('agency' || k)::uuid, true, (select m.user_id from measured m), now() - k * interval '1 minute', md5('coordinator' || k)::uuid, md5('privacy' || k)::uuid, (select a.agency_id from measured a), 'joined', now() from planted_table`,
  `insert into sec.table_act (table_id, what, agency_id, at) select id, 'joined', md5('agency' || k)::uuid, now() - k * interval '1 minute' from planted_table`,
  `insert into sec.settings_change (table_id, risk_rule, proposed_by, proposed_at, decision, decided_at) select id, 'vote', (select m.user_id from measured m), now() - k * interval '1 minute', 'withdrawn', now() from planted_table`,
  // Two situations a table are open: what a table works on does not grow with its past.
  `insert into app.situation (table_id, id, year, sequence, stage, opened_month) select id, md5('open' || k || g)::uuid, 2026, g, 'intervention', date_trunc('month', now())::date from planted_table, generate_series(1, 2) g`,
  `insert into app.workflow (table_id, situation_id, brought_at) select id, md5('open' || k || g)::uuid, now() - interval '5 days' from planted_table, generate_series(1, 2) g`,
  `insert into app.situation_origin (table_id, situation_id, agency_id) select id, md5('open' || k || g)::uuid, md5('agency' || k)::uuid from planted_table, generate_series(1, 2) g`,
  `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select id, md5('open' || k || g)::uuid, 'person', '12-17', 'female', '{alcohol.alcohol-abuse-by-person}' from planted_table, generate_series(1, 2) g`,
  `insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at, origin_agency_id) select id, md5('open' || k || g)::uuid, t, md5('agency' || k)::uuid, 'consent', md5('rep' || k)::uuid, now() - interval '2 days', md5('agency' || k)::uuid from planted_table, generate_series(1, 2) g, generate_series(3, 4) t`,
  `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, answered_at, contact_due_at) select id, md5('open' || k || g)::uuid, md5('agency' || k)::uuid, 'lead', 'accepted', now() - interval '2 days', now() - interval '1 day', now() + interval '2 days' from planted_table, generate_series(1, 2) g`,
  `insert into app.report_back (table_id, situation_id, agency_id, status, reported_at) select id, md5('open' || k || g)::uuid, md5('agency' || k)::uuid, 'planned', now() - interval '1 hour' from planted_table, generate_series(1, 2) g`,
];

/** Everything that a situation leaves behind until it is destroyed, and the audit that stays. */
const ofSituations: readonly string[] = [
  `insert into app.situation (table_id, id, year, sequence, stage, opened_month) select table_id, id, 2025, n, case when early then 'rejected' else 'concluded' end, date_trunc('month', over_on - 40)::date from planted`,
  `insert into app.workflow (table_id, situation_id, brought_at, left_at, minimised_at, sealing_at, sealed_at) select table_id, id, over_on - 40, over_on, case when early then over_on end, over_on + 31, over_on + 31 from planted`,
  `insert into app.exit (table_id, situation_id, kind, type, reason) select table_id, id, 'rejected', 'person', 'notAcute' from planted where early`,
  `insert into app.situation_origin (table_id, situation_id, agency_id) select table_id, id, agency_id from planted where not early`,
  `insert into app.situation_author (table_id, situation_id, user_id) select table_id, id, user_id from planted where not early`,
  `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select table_id, id, (array['person', 'family'])[1 + n % 2], '12-17', 'female', '{alcohol.alcohol-abuse-by-person}' from planted where not early`,
  `insert into app.tier2_text (table_id, situation_id, summary, guard_version) select table_id, id, '\\x01', 1 from planted where not early`,
  `insert into app.affected_person (table_id, situation_id) select table_id, id from planted where n % 4 = 0`,
  `insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select table_id, id, t, decode(repeat('ab', 60), 'hex'), 'planted' from planted, generate_series(2, 4) t`,
  `insert into app.step (table_id, situation_id, version, move, stage, at) select table_id, id, v, (array['bringToTable', 'recordRisk', 'conclude'])[v], 'concluded', over_on - 10 + v from planted, generate_series(1, 3) v`,
  `insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at, revoked_at, revoked_because, origin_agency_id) select table_id, id, t, case when t = 3 then agency_id else (select m.other_agency_id from measured m) end, 'consent', user_id, over_on - 5, over_on, 'concluded', agency_id from planted, generate_series(3, 4) t where not early`,
  `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, answered_at, contact_due_at) select table_id, id, agency_id, 'lead', 'accepted', over_on - 5, over_on - 4, over_on - 3 from planted where not early`,
  `insert into app.report_back (table_id, situation_id, agency_id, status, reported_at) select table_id, id, agency_id, 'planned', over_on - 2 from planted where not early`,
  `insert into app.service_mobilized (table_id, situation_id, agency_id, service, mobilization, month) select table_id, id, agency_id, 'housing', 'connected', date_trunc('month', over_on)::date from planted where n % 4 = 0`,
  `insert into app.safety_note (table_id, situation_id, agency_id, note, written_at) select table_id, id, agency_id, '\\x01', over_on - 3 from planted where n % 20 = 0`,
  `insert into app.consent (table_id, situation_id, agency_id, state) select table_id, id, agency_id, 'given' from planted where n % 2 = 0`,
  `insert into app.conclusion (table_id, situation_id, reason, told, concluded_on, seal_after, destroy_after, origin_agency_id) select table_id, id, 'connected.engaged', 'yes', over_on, over_on + 30, over_on + 365, agency_id from planted where not early`,
  `insert into app.hold (table_id, situation_id, agency_id, reason, review_on, set_by, lifted_at) select table_id, id, agency_id, 'complaint', current_date + 10 + n % 90, user_id, case when n % 100 = 0 then null else now() end from planted where n % 50 = 0 and not early`,
  `insert into app.hold_request (table_id, situation_id, agency_id, reason, asked_by, answered_at) select table_id, id, agency_id, 'complaint', user_id, case when n % 100 = 0 then null else now() end from planted where n % 50 = 0 and not early`,
  `insert into app.early_destruction (table_id, situation_id, agency_id, asked_by, consent, consented_on, asked_at) select table_id, id, agency_id, user_id, 'written', over_on, over_on + n * interval '1 millisecond' from planted where n % 200 = 0 and not early`,
  `insert into app.opening (table_id, situation_id, agency_id, asked_by, purpose, asked_at) select table_id, id, agency_id, user_id, 'accessRequest', over_on + n * interval '1 millisecond' from planted where n % 20 = 0`,
  `insert into app.signal (table_id, situation_id, agency_id, user_id, kind, first_at, last_at, reviewed_by, reviewed_at, finding) select table_id, id, agency_id, user_id, 'outOfHours', over_on - 5, over_on - 5, user_id, over_on - 1, 'inOrder' from planted where n % 10 = 0`,
  `insert into app.task (table_id, kind, situation_id, agency_id, role, receivers, closed_at, closed_how) select table_id, 'handOver', id, agency_id, 'lead', '{rep,privacy}', now(), 'ended' from planted where n % 50 = 0`,
  `insert into app.certificate (table_id, situation_id, number, agency_id, because, destroyed_at, rows, content_hash, keys_hash) select table_id, md5('destroyed' || n)::uuid, '2023-' || n, agency_id, 'retention', over_on, '{}', '', '' from planted where n % 2 = 0`,
  `insert into stats.sealed_record (year, month, table_id, region, status, type, originating_sector) select extract(year from over_on), date_trunc('month', over_on)::date, table_id, 'East', case when early then 'rejected' else 'concluded' end, 'person', 'justice' from planted order by gen_random_uuid()`,
  `insert into audit.event (chain, seq, at_us, actor, persona, agency, action, object_type, object_id, outcome, prev, hash)
    select p.table_id, h.seq + row_number() over (partition by p.table_id order by p.n desc, e.k), extract(epoch from p.over_on::timestamptz - interval '10 days')::bigint * 1000000 + e.k, p.user_id, 'rep', p.agency_id,
      (array['situation.bringToTable', 'tier.open', 'situation.conclude'])[e.k], 'situation', p.id, 'allow', '\\x', '\\x'
    from planted p join audit.head h on h.chain = p.table_id cross join generate_series(1, 3) e (k)`,
  `update audit.head set seq = e.seq from (select chain, max(seq) as seq from audit.event group by chain) e where e.chain = head.chain and head.seq < e.seq`,
  `insert into audit.event (chain, seq, at_us, action, object_type, object_id, outcome, prev, hash)
    select '00000000-0000-0000-0000-000000000000', 1000 + n, extract(epoch from over_on::timestamptz)::bigint * 1000000, 'seat.add', 'seat', id, 'allow', '\\x', '\\x' from planted where n % 10 = 1`,
  // Each month that is over was counted when it was.
  `insert into audit.counted_month (month, whole) select (date_trunc('month', now() at time zone 'UTC') - m * interval '1 month')::date, true from generate_series(1, 14) m on conflict do nothing`,
  `insert into audit.month_count (chain, month, action, outcome, events)
    select p.table_id, date_trunc('month', p.over_on - interval '10 days')::date, a.name, 'allow', count(*) from planted p join audit.action a on a.counted and a.name in ('situation.bringToTable', 'tier.open', 'situation.conclude')
    where p.over_on - interval '10 days' < date_trunc('month', now() at time zone 'UTC') group by 1, 2, 3
    on conflict (chain, month, action, outcome) do update set events = month_count.events + excluded.events`,
  `insert into audit.first_read (session_id, seat_id, situation_id) select md5('session' || n % 1000)::uuid, md5('seat' || n % 1000)::uuid, id from planted where n % 5 = 0`,
  `insert into sec.refusal (minute, source, code, times) select now() - n * interval '1 minute', sha256(n::text::bytea), 'session.refused', 1 from planted where n % 20 = 0`,
  `insert into sec.email (user_id, kind, sealed, written_at, made_at, sent_at) select user_id, 'digest', '\\x01', now() - interval '3 days', now() - interval '3 days', now() - interval '3 days' from planted where n % 5 = 0`,
  `insert into sec.notice (user_id, code, object_id, table_id, created_at, seen_at, email_id) select case when n % 10 = 0 then (select m.coordinator_id from measured m) else user_id end, 'situation.overdue', id, table_id, now() - interval '20 days' + n * interval '1 second', now(), gen_random_uuid() from planted where n % 5 = 0`,
  `insert into sec.webhook_delivery (webhook_id, event, written_at, sent_at) select (select m.webhook_id from measured m), 'seat.added', now() - interval '3 days', now() from planted where n % 20 = 0`,
  `insert into sec.idempotency (user_id, key, fingerprint) select user_id, md5(n::text), sha256('x') from planted where n % 20 = 0`,
  `insert into sec.session (token_hash, user_id, created_at, last_seen_at, expires_at) select sha256(('token' || n)::bytea), user_id, now() - interval '20 days', now() - interval '20 days', now() - interval '19 days 13 hours' from planted where n % 20 = 0`,
  `insert into sec.known_device (user_id, token_hash) select user_id, sha256(n::text::bytea) from planted where n % 50 = 0`,
  `insert into sec.backup_run (kind, taken_at, rows, keys, bytes) select 'data', now() - n * interval '1 hour', 1, 1, 1 from planted where n % 100 = 1`,
  `insert into sec.retired_epoch (epoch_id, retired_at, destroyed_at) select 'retired' || n, now() - n * interval '1 hour', now() - interval '30 days' from planted where n % 200 = 1`,
  `insert into stats.export (year, asked_by, asked_at) select 2025, user_id, now() - n * interval '1 minute' from planted where n % 100 = 1`,
  `insert into app.meeting (table_id, id, kind, scheduled_for, opened_at, closed_at, occurs_on) select table_id, md5('meeting' || n)::uuid, 'regular', '2024-01-01'::timestamptz - n * interval '1 day', '2024-01-01'::timestamptz - n * interval '1 day', '2024-01-01'::timestamptz - n * interval '1 day' + interval '1 hour', '2024-01-01'::date - n from planted where n % 21 = 0`,
  `insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position) select table_id, md5('meeting' || n)::uuid, id, 'new', 1 from planted where n % 21 = 0`,
  `insert into app.attendance (table_id, meeting_id, agency_id, mode) select table_id, md5('meeting' || n)::uuid, agency_id, 'room' from planted where n % 21 = 0`,
  `insert into app.risk_decision (table_id, situation_id, meeting_id, four_points, decided_by, agencies_present, recorded_at) select table_id, id, gen_random_uuid(), '{}', 'agreement', '{}', over_on - 9 from planted where not early`,
  `insert into app.answer (table_id, situation_id, round, agency_id, answer, answered_at) select table_id, id, 1, agency_id, 'involved', over_on - 7 from planted where not early`,
];

/** Rows of the measured table that do not grow: what it works on now, and what is due. */
const once: readonly string[] = [
  `insert into sec.webhook (id, url, events, sealed) select m.webhook_id, 'https://example.org/hook', '{seat.added}', '\\x01' from measured m`,
  ...['deidentified', 'limited', 'intervention'].flatMap((stage, at) => [
    `insert into app.situation (table_id, id, year, sequence, stage, opened_month) select m.table_id, md5('${stage}' || g)::uuid, 2026, 5000 + ${at * 10} + g, '${stage}', date_trunc('month', now())::date from measured m, generate_series(1, 10) g`,
    `insert into app.workflow (table_id, situation_id, brought_at) select m.table_id, md5('${stage}' || g)::uuid, now() - interval '5 days' from measured m, generate_series(1, 10) g`,
    `insert into app.situation_origin (table_id, situation_id, agency_id) select m.table_id, md5('${stage}' || g)::uuid, m.agency_id from measured m, generate_series(1, 10) g`,
    `insert into app.situation_author (table_id, situation_id, user_id) select m.table_id, md5('${stage}' || g)::uuid, m.user_id from measured m, generate_series(1, 10) g`,
    `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select m.table_id, md5('${stage}' || g)::uuid, 'person', '12-17', 'female', '{alcohol.alcohol-abuse-by-person}' from measured m, generate_series(1, 10) g`,
    `insert into app.tier2_text (table_id, situation_id, summary, guard_version) select m.table_id, md5('${stage}' || g)::uuid, '\\x01', 1 from measured m, generate_series(1, 10) g`,
    `insert into app.tier_key (table_id, situation_id, tier, wrapped, epoch_id) select m.table_id, md5('${stage}' || g)::uuid, t, '\\x02', 'planted' from measured m, generate_series(1, 10) g, generate_series(2, 4) t`,
    `insert into app.step (table_id, situation_id, version, move, stage, at) select m.table_id, md5('${stage}' || g)::uuid, v, (array['bringToTable', 'recordRisk', 'releaseIdentifiers'])[v], '${stage}', now() - (5 - v) * interval '1 day' from measured m, generate_series(1, 10) g, generate_series(1, ${at + 1}) v`,
  ]),
  `insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, granted_by, granted_at, origin_agency_id) select m.table_id, md5('intervention' || g)::uuid, t, m.agency_id, 'consent', m.user_id, now() - interval '2 days', m.agency_id from measured m, generate_series(1, 10) g, generate_series(3, 4) t`,
  `insert into app.assignment (table_id, situation_id, agency_id, role, state, asked_at, answered_at, contact_due_at) select m.table_id, md5('intervention' || g)::uuid, m.agency_id, 'lead', 'accepted', now() - interval '2 days', now() - interval '1 day', now() + interval '2 days' from measured m, generate_series(1, 10) g`,
  `insert into app.report_back (table_id, situation_id, agency_id, status, reported_at) select m.table_id, md5('intervention' || g)::uuid, m.agency_id, 'planned', now() - interval '1 hour' from measured m, generate_series(1, 10) g`,
  `insert into app.consent (table_id, situation_id, agency_id, state) select m.table_id, md5('intervention' || g)::uuid, m.agency_id, 'given' from measured m, generate_series(1, 10) g`,
  `insert into app.meeting (table_id, id, kind, scheduled_for, opened_at, closed_at) select m.table_id, md5('measured meeting')::uuid, 'regular', now() - interval '2 days', now() - interval '2 days', now() - interval '47 hours' from measured m`,
  `insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position) select m.table_id, md5('measured meeting')::uuid, md5('intervention' || g)::uuid, 'reportBack', g from measured m, generate_series(1, 10) g`,
  `insert into app.meeting_card (table_id, meeting_id, situation_id) select m.table_id, md5('measured meeting')::uuid, md5('intervention1')::uuid from measured m`,
  // Each question about who saw a situation asks for a full page, however often it was asked before.
  ...['intervention1', 'situation10'].flatMap((situation) => [
    `insert into audit.event (chain, seq, at_us, actor, persona, agency, action, object_type, object_id, outcome, prev, hash)
      select h.chain, h.seq + g, extract(epoch from now())::bigint * 1000000 - g, m.user_id, 'rep', m.agency_id, 'tier.open', 'situation', md5('${situation}')::uuid, 'allow', '\\x', '\\x'
      from measured m join audit.head h on h.chain = m.table_id cross join generate_series(1, 60) g`,
    `update audit.head set seq = head.seq + 60 where chain = (select m.table_id from measured m)`,
  ]),
  // A table's last month does not grow with its past either.
  ...[
    `insert into app.situation (table_id, id, year, sequence, stage, opened_month) select m.table_id, md5('recent' || g)::uuid, 2026, 6000 + g, 'concluded', (date_trunc('month', now()) - interval '1 month')::date from measured m, generate_series(1, 150) g`,
    `insert into app.workflow (table_id, situation_id, brought_at, left_at) select m.table_id, md5('recent' || g)::uuid, now() - interval '40 days', now() - interval '10 days' from measured m, generate_series(1, 150) g`,
    `insert into app.situation_origin (table_id, situation_id, agency_id) select m.table_id, md5('recent' || g)::uuid, m.agency_id from measured m, generate_series(1, 150) g`,
    `insert into app.tier2 (table_id, situation_id, type, age_band, sex, risk_factors) select m.table_id, md5('recent' || g)::uuid, 'person', '12-17', 'female', '{alcohol.alcohol-abuse-by-person}' from measured m, generate_series(1, 150) g`,
    `insert into app.conclusion (table_id, situation_id, reason, told, concluded_on, seal_after, destroy_after, origin_agency_id) select m.table_id, md5('recent' || g)::uuid, 'connected.engaged', 'yes', current_date - 10, current_date + 20, current_date + 355, m.agency_id from measured m, generate_series(1, 150) g`,
  ],
];

/** What grows, and what of it is measured: one table that has a tenth of all, and its originating agency. */
export class Planted {
  private at: Size = { situations: 0, tables: 0 };
  readonly webhook = '00000000-0000-4000-8000-00000000beef';

  private constructor(
    readonly world: World,
    private readonly plant: Plant,
  ) {}

  static async begin(world: World): Promise<Planted> {
    const plant: Plant = (sql, parameters) => world.database.plant(sql, parameters);
    const planted = new Planted(world, plant);
    const { tables, agency, actors } = world;
    await plant(
      `create temp table measured as select $1::uuid as table_id, $2::uuid as agency_id, $3::uuid as user_id, $4::uuid as coordinator_id, $5::uuid as other_agency_id, $6::uuid as webhook_id`,
      [
        tables.harbour,
        agency.police,
        actors.police.userId,
        actors.coordinator.userId,
        agency.school,
        planted.webhook,
      ],
    );
    await plant(
      `select audit.make_month('event', now() - m * interval '1 month') from generate_series(0, 14) m`,
    );
    await planted.without(once);
    return planted;
  }

  /**
   * Plants until there is so much. What is checked by triggers is left out: the rows are as the product would
   * have left them.
   */
  async grow(to: Size): Promise<void> {
    const { plant, at } = this;
    await plant('drop table if exists planted_table, planted');
    await plant(
      `create temp table planted_table as select k, md5('table' || k)::uuid as id from generate_series($1::int, $2::int) k`,
      [at.tables + 1, to.tables],
    );
    await plant(
      `create temp table planted as select n, md5('situation' || n)::uuid as id, n % 100 = 7 as early,
        case when n % 10 = 0 then m.table_id else md5('table' || k.k)::uuid end as table_id,
        case when n % 10 = 0 or k.k <= 2 and n % 3 = 0 then m.agency_id else md5('agency' || k.k)::uuid end as agency_id,
        case when n % 10 = 0 then m.user_id else md5('rep' || k.k)::uuid end as user_id,
        current_date - 32 - n / 10 % 300 as over_on
      from measured m, generate_series($1::int, $2::int) n cross join lateral (select $3::int + n % $4::int as k) k`,
      [at.situations + 1, to.situations, 1, to.tables],
    );
    await plant('create index on planted (table_id)');
    await plant('analyze planted');
    await this.without([...ofTables, ...ofSituations]);
    await plant('vacuum analyze');
    this.at = to;
  }

  private async without(statements: readonly string[]): Promise<void> {
    await this.plant(`set session_replication_role = replica`);
    try {
      for (const statement of statements) await this.plant(statement);
    } finally {
      await this.plant(`set session_replication_role = origin`);
    }
  }
}
