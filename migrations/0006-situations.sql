-- T1: one agency's private screening. Everything about it stands in its own row, its key too; nothing of it
-- is anywhere else. Beside each sealed text is the version of the guard that let it pass, 0 where none was asked: such a text
-- can be checked again only by a seat that opens it anyway.
create table app.screening (
  table_id uuid not null constraint screening_table references sec.situation_table,
  agency_id uuid not null constraint screening_agency references sec.agency,
  id uuid not null default gen_random_uuid(),
  content bytea not null, guard_version smallint not null default 0,
  wrapped_key bytea not null, epoch_id text not null,
  created_by uuid not null constraint screening_author references sec.app_user,
  created_at timestamptz not null, updated_at timestamptz not null, version integer not null default 1,
  constraint screening_pkey primary key (table_id, agency_id, id)
);

create table app.number_counter (
  table_id uuid not null constraint number_counter_table
    references sec.situation_table, year integer not null, last integer not null default 0,
  constraint number_counter_pkey primary key (table_id, year)
);

-- Row 3: the header, all that every seat knows. An exit is hidden at once and shows again, minimised, as row
-- 42 says.
create table app.situation (
  table_id uuid not null constraint situation_table_fkey references sec.situation_table,
  id uuid not null default gen_random_uuid(),
  year integer not null, sequence integer not null,
  -- Three digits at least and as many as the count needs: a bare lpad to three cuts 1000 to 100, the number
  -- of another situation.
  number text generated always as (
    year::text || '-' || lpad(sequence::text, greatest(3, length(sequence::text)), '0')) stored,
  stage text not null constraint situation_stage
    check (stage in ('deidentified', 'limited', 'planning', 'intervention', 'concluded', 'rejected',
        'returned', 'withdrawn')),
  hidden boolean not null default false,
  opened_month date not null constraint situation_month check (extract(day from opened_month) = 1),
  version integer not null default 1,
  constraint situation_pkey primary key (table_id, id),
  constraint situation_sequence unique (table_id, year, sequence),
  -- People say and type the number, so the number itself is unique, however it is made.
  constraint situation_number unique (table_id, number),
  constraint situation_sequence_from_one check (sequence > 0)
) with (fillfactor = 85);

create index situation_hidden on app.situation (table_id, id) where hidden;

-- Nothing at these stages is hidden; the index does not say so, since not everybody who asks may read that column.
create index situation_open on app.situation (table_id, year desc, sequence desc)
  where stage in ('deidentified', 'limited', 'planning', 'intervention');

-- What the workflow must remember and nobody reads directly.
create table app.workflow (
  table_id uuid not null, situation_id uuid not null,
  brought_at timestamptz not null,
  risk_recorded_by uuid, risk_meeting_id uuid, released_by uuid, release_basis text,
  round integer not null default 0, round_closed_at timestamptz,
  proposed_lead uuid, stage_left text, left_at timestamptz, left_by uuid,
  minimised_at timestamptz, sealing_at timestamptz, sealed_at timestamptz, counted_in text,
  constraint workflow_sealing check (sealed_at is null or sealing_at is not distinct from sealed_at),
  constraint workflow_pkey primary key (table_id, situation_id),
  constraint workflow_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index workflow_minimised on app.workflow (table_id, situation_id) where minimised_at is not null;

create index workflow_to_seal on app.workflow (table_id, left_at) where left_at is not null
  and sealed_at is null;

comment on column app.workflow.sealing_at is
  'the weekly sealing that takes it; set in a transaction before its outcome record is written: nothing reopens from then on';

comment on column app.workflow.counted_in is
  'the period whose tallies it is in; set in a later transaction than the tallies, for all tables at once';

create table app.situation_origin (
  table_id uuid not null, situation_id uuid not null,
    agency_id uuid not null constraint situation_origin_agency references sec.agency,
  on_behalf text not null default 'no' constraint situation_origin_on_behalf
    check (on_behalf in ('no', 'unconfirmed', 'confirmed')),
  constraint situation_origin_pkey primary key (table_id, situation_id),
  constraint situation_origin_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index situation_origin_by_agency on app.situation_origin (table_id, agency_id, situation_id);

create table app.situation_author (
  table_id uuid not null, situation_id uuid not null, user_id uuid not null constraint situation_author_user
    references sec.app_user,
  constraint situation_author_pkey primary key (table_id, situation_id),
  constraint situation_author_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.tier2 (
  table_id uuid not null, situation_id uuid not null,
  type text not null, age_band text, sex text,
  risk_factors text[] not null, study_flags text[] not null default '{}',
  protective_factors text[] not null default '{}', sectors text[] not null default '{}',
    own_means text[] not null default '{}',
  version integer not null default 1,
  constraint tier2_pkey primary key (table_id, situation_id),
  constraint tier2_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint tier2_risk_factors check (cardinality(risk_factors) > 0)
) with (fillfactor = 85);

create index tier2_type on app.tier2 (table_id, type, situation_id);

create index tier2_risk_factors_any on app.tier2 using gin (risk_factors);

create table app.tier2_text (
  table_id uuid not null, situation_id uuid not null, summary bytea, version integer not null default 1,
  -- Which version of the guard let the summary pass: a sealed text can be checked again only by a seat that
  -- opens it anyway.
  guard_version smallint,
  constraint tier2_text_guarded check ((summary is null) = (guard_version is null) and guard_version > 0),
  constraint tier2_text_pkey primary key (table_id, situation_id),
  constraint tier2_text_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.affected_person (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  place smallint not null default 0,
  age_band text, sex text, risk_factors text[] not null default '{}', version integer not null default 1,
  constraint affected_person_pkey primary key (table_id, situation_id, id),
  constraint affected_person_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.discussion_note (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid, note bytea not null, written_at timestamptz not null default sec.domain_now(),
  guard_version smallint not null constraint discussion_note_guarded check (guard_version > 0),
  constraint discussion_note_pkey primary key (table_id, situation_id, id),
  constraint discussion_note_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.meeting (
  table_id uuid not null constraint meeting_table
    references sec.situation_table, id uuid not null default gen_random_uuid(),
  kind text not null constraint meeting_kind check (kind in ('regular', 'emergency')),
  scheduled_for timestamptz not null, opened_at timestamptz, closed_at timestamptz, place text,
    version integer not null default 1,
  constraint meeting_pkey primary key (table_id, id),
  constraint meeting_closed_after_opened check (closed_at is null or opened_at is not null)
);

create unique index meeting_one_open on app.meeting (table_id) where opened_at is not null
  and closed_at is null;

create table app.attendance (
  table_id uuid not null, meeting_id uuid not null, agency_id uuid not null constraint attendance_agency
    references sec.agency,
  mode text not null constraint attendance_mode check (mode in ('room', 'remote')),
    marked_at timestamptz not null default sec.domain_now(),
  constraint attendance_pkey primary key (table_id, meeting_id, agency_id),
  constraint attendance_meeting foreign key (table_id, meeting_id) references app.meeting
);

-- Row 10: the decision on acutely elevated risk; who recorded it stands in the workflow, unread.
create table app.risk_decision (
  table_id uuid not null, situation_id uuid not null, meeting_id uuid not null, four_points text[] not null,
    decided_by text not null,
  agencies_present uuid[] not null, recorded_at timestamptz not null,
  constraint risk_decision_pkey primary key (table_id, situation_id),
  constraint risk_decision_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.tier3 (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
    person_id uuid,
  agency_id uuid not null, identity bytea not null, version integer not null default 1,
  guard_version smallint not null default 0,
  constraint tier3_pkey primary key (table_id, situation_id, id),
  constraint tier3_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint tier3_person foreign key (table_id, situation_id, person_id) references app.affected_person
);

create unique index tier3_one_a_person on app.tier3 (table_id, situation_id,
    coalesce(person_id, '00000000-0000-0000-0000-000000000000'));

create table app.tier4 (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
    person_id uuid,
  agency_id uuid not null, user_id uuid not null, content bytea not null,
    written_at timestamptz not null default sec.domain_now(), version integer not null default 1,
  guard_version smallint not null default 0,
  constraint tier4_pkey primary key (table_id, situation_id, id),
  constraint tier4_situation foreign key (table_id, situation_id) references app.situation on delete cascade,
  constraint tier4_person foreign key (table_id, situation_id, person_id) references app.affected_person
);

create table app.plan (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, content bytea not null, version integer not null default 1,
  guard_version smallint not null default 0,
  constraint plan_pkey primary key (table_id, situation_id, id),
  constraint plan_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create table app.safety_note (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, note bytea not null, written_at timestamptz not null default sec.domain_now(),
  guard_version smallint not null default 0,
  constraint safety_note_pkey primary key (table_id, situation_id, id),
  constraint safety_note_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index safety_note_of_agency on app.safety_note (agency_id, written_at);

create table app.consent (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, state text not null, given boolean generated always as (state = 'given') stored,
    due_on date,
  constraint consent_pkey primary key (table_id, situation_id, id),
  constraint consent_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create table app.consent_detail (
  table_id uuid not null, situation_id uuid not null, consent_id uuid not null, agency_id uuid not null,
    detail bytea not null, guard_version smallint not null default 0,
  constraint consent_detail_pkey primary key (table_id, situation_id, consent_id),
  constraint consent_detail_consent foreign key (table_id, situation_id, consent_id)
    references app.consent on delete cascade
);

-- The ledger of disclosures: the legal record, and what opens T3 and T4.
create table app.disclosure (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  tier smallint not null constraint disclosure_tier check (tier in (3, 4)),
    agency_id uuid not null constraint disclosure_agency references sec.agency,
  basis text not null, meeting_id uuid, granted_by uuid not null, granted_at timestamptz not null,
  revoked_at timestamptz, revoked_because text, earlier_id uuid, origin_agency_id uuid,
  constraint disclosure_pkey primary key (table_id, situation_id, id),
  constraint disclosure_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create unique index disclosure_live on app.disclosure (table_id, agency_id, situation_id, tier)
  where revoked_at is null;

create index disclosure_by_situation on app.disclosure (table_id, situation_id);

create index disclosure_of_agency on app.disclosure (agency_id, granted_at, id);

create index disclosure_of_origin on app.disclosure (origin_agency_id, granted_at, id);

-- Which agencies a release names: they get T3 with their own acceptance if they do not hold it before.
create table app.release_name (
  table_id uuid not null, situation_id uuid not null, agency_id uuid not null, basis text not null,
    named_at timestamptz not null,
  constraint release_name_pkey primary key (table_id, situation_id, agency_id),
  constraint release_name_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.answer (
  table_id uuid not null, situation_id uuid not null, round integer not null, agency_id uuid not null,
  answer text not null constraint answer_answer
    check (answer in ('involved', 'shouldBeInvolved', 'notInvolved', 'noAnswer')),
  can_help boolean not null default false, entered_for_agency boolean not null default false, basis text,
    answered_at timestamptz not null,
  constraint answer_pkey primary key (table_id, situation_id, round, agency_id),
  constraint answer_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create table app.assignment (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint assignment_agency
    references sec.agency,
    role text not null constraint assignment_role check (role in ('lead', 'assisting')),
  state text not null constraint assignment_state
    check (state in ('asked', 'accepted', 'declined', 'returned', 'left')),
  asked_at timestamptz not null, contact_due_at timestamptz not null, answered_at timestamptz,
    answered_for_agency boolean not null default false,
  basis text, reason text,
  constraint assignment_pkey primary key (table_id, situation_id, id),
  constraint assignment_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create unique index assignment_open on app.assignment (table_id, agency_id, situation_id)
  where state in ('asked', 'accepted');

create unique index assignment_one_lead on app.assignment (table_id, situation_id) where role = 'lead'
  and state in ('asked', 'accepted');

create index assignment_by_situation on app.assignment (table_id, situation_id);

create index assignment_unanswered on app.assignment (asked_at) where state = 'asked';

create index assignment_one on app.assignment (table_id, id) where state = 'asked';

create table app.report_back (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, status text not null, still_elevated boolean,
    reported_at timestamptz not null default sec.domain_now(),
  constraint report_back_pkey primary key (table_id, situation_id, id),
  constraint report_back_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index report_back_latest on app.report_back (table_id, situation_id, agency_id, reported_at desc);

create table app.report_back_detail (
  table_id uuid not null, situation_id uuid not null, report_back_id uuid not null, agency_id uuid not null,
    detail bytea not null, guard_version smallint not null default 0,
  constraint report_back_detail_pkey primary key (table_id, situation_id, report_back_id),
  constraint report_back_detail_report foreign key (table_id, situation_id, report_back_id)
    references app.report_back on delete cascade
);

create table app.service_mobilized (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, service text not null, mobilization text not null,
  month date not null constraint service_mobilized_month check (extract(day from month) = 1),
  constraint service_mobilized_pkey primary key (table_id, situation_id, id),
  constraint service_mobilized_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create index service_mobilized_of_agency on app.service_mobilized (agency_id, month);

create table app.gap (
  table_id uuid not null, situation_id uuid not null, id uuid not null default gen_random_uuid(),
  agency_id uuid not null, service text not null,
  month date not null constraint gap_month check (extract(day from month) = 1),
  constraint gap_pkey primary key (table_id, situation_id, id),
  constraint gap_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create table app.conclusion_proposal (
  table_id uuid not null, situation_id uuid not null, reason text not null, proposed_at timestamptz not null,
  constraint conclusion_proposal_pkey primary key (table_id, situation_id),
  constraint conclusion_proposal_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

create table app.conclusion (
  table_id uuid not null, situation_id uuid not null, reason text not null, told text,
    risk_after text[] not null default '{}', concluded_on date not null,
  seal_after date not null, destroy_after date not null,
  destroy_on date generated always as (greatest(destroy_after, (concluded_on + interval '12 months')::date))
    stored,
  origin_agency_id uuid,
  constraint conclusion_pkey primary key (table_id, situation_id),
  constraint conclusion_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

comment on column app.conclusion.destroy_on is
  'the day it falls due: as the table''s retention was then, and never before the minimum of twelve months';

comment on column app.conclusion.origin_agency_id is
  'who brought it, again, so that what falls due for an agency is read by index';

create index conclusion_due on app.conclusion (destroy_on, table_id, situation_id);

create index conclusion_due_of_agency on app.conclusion (origin_agency_id, destroy_on, situation_id);

create index conclusion_recent on app.conclusion (table_id, concluded_on);

-- What became of each risk factor by the time of conclusion. A factor without a row was not asked about.
create table app.factor_after (
  table_id uuid not null, situation_id uuid not null, factor text not null,
  state text not null constraint factor_after_state
    check (state in ('gone', 'reduced', 'stillPresent', 'unknown')),
  constraint factor_after_pkey primary key (table_id, situation_id, factor),
  constraint factor_after_conclusion foreign key (table_id, situation_id)
    references app.conclusion on delete cascade
);

-- Row 42: what is left of a rejected, returned or withdrawn situation. The originating sector is kept for the
-- outcome record and never shown.
create table app.exit (
  table_id uuid not null, situation_id uuid not null,
    kind text not null constraint exit_kind check (kind in ('rejected', 'returned', 'withdrawn')),
  type text not null, reason text, joined_id uuid,
  constraint exit_pkey primary key (table_id, situation_id),
  constraint exit_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

create table app.exit_sector (
  table_id uuid not null, situation_id uuid not null, originating_sector text not null,
  constraint exit_sector_pkey primary key (table_id, situation_id),
  constraint exit_sector_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

-- The timeline that every seat may see: which move, when; never who.
create table app.step (
  table_id uuid not null, situation_id uuid not null, version integer not null, move text not null,
    stage text not null, at timestamptz not null,
  constraint step_pkey primary key (table_id, situation_id, version),
  constraint step_situation foreign key (table_id, situation_id) references app.situation on delete cascade
);

-- Wrapped keys of tiers 2, 3 and 4: selected by nobody, handed out by open_tier.
create table app.tier_key (
  table_id uuid not null, situation_id uuid not null,
    tier smallint not null constraint tier_key_tier check (tier in (2, 3, 4)), wrapped bytea not null,
    epoch_id text not null,
  constraint tier_key_pkey primary key (table_id, situation_id, tier),
  constraint tier_key_situation foreign key (table_id, situation_id)
    references app.situation on delete cascade
);

-- Asks whether anything is left under an epoch.
create index tier_key_epoch on app.tier_key (epoch_id);

create index screening_epoch on app.screening (epoch_id);

create index screening_one on app.screening (table_id, id);

create table app.move (
  name text constraint move_pkey primary key, stages jsonb not null, as_lead jsonb not null,
    when_all_declined jsonb not null, to_stage_left boolean not null,
  by text[] not null, needs text[] not null, takes text[] not null, reason_list text,
  -- What minutes say of it, whether it puts the situation on the open meeting's agenda, and whether it shows
  -- to nobody but the coordinator.
  minutes text, on_agenda boolean not null, quiet boolean not null
);

-- ---------------------------------------------------------------- the coded fields of tier 2, as the program
-- declares them: column, list of codes, whether there can be several, whether they are corrected, where they show
create table app.coded_field (
  name text constraint coded_field_pkey primary key, position integer not null, column_name text not null,
  list text not null, many boolean not null, corrected boolean not null, shows text[] not null
);

-- ---------------------------------------------------------------- what stands in the place of a day of the
-- rule
alter table app.meeting add column called_off_at timestamptz, add column occurs_on date,
  -- When and how often what a calendar shows was changed (RFC 5545: DTSTAMP, SEQUENCE).
  add column announced_at timestamptz not null default sec.domain_now(),
  add column announced_anew integer not null default 0,
  add constraint meeting_place check (
    length(place) between 1 and 120 and place !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s'),
  add constraint meeting_called_off_unopened check (called_off_at is null or opened_at is null),
  add constraint meeting_occurs_once unique (table_id, occurs_on),
  add constraint meeting_occurs_regular check (occurs_on is null or kind = 'regular');

comment on column app.meeting.occurs_on is
  'the day of the table''s rule whose meeting this is, wherever it was moved';

create index meeting_schedule on app.meeting (table_id, scheduled_for desc, id desc);

create index meeting_held on app.meeting (table_id, (coalesce(opened_at, scheduled_for)));

-- Sealing is three transactions, in this order: begin (app), write (stats), finish (app). No transaction
-- touches rows of both schemas: a row keeps the id of the transaction that wrote it (xmin) and of the one
-- that locked it last (xmax), and either would join a record with its situation. This row says where the
-- table's sealing is, so that one that was cut off goes on.
create table app.sealing (
  table_id uuid not null constraint sealing_pkey primary key constraint sealing_table
    references sec.situation_table,
  boundary timestamptz not null default '-infinity', finished boolean not null default true,
    next_at timestamptz not null default '-infinity'
);

comment on column app.sealing.next_at is
  'when the table is looked at next: by index, so that a minute in which nothing is due costs nothing';

create index sealing_next on app.sealing (next_at);
