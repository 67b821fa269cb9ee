-- ---------------------------------------------------------------- clock
-- One row only in a demo database, written by the owner while seeding; without it the offset is zero and
-- nobody can set one.
create table sec.demo_clock (
  id int constraint demo_clock_pkey primary key default 1 constraint demo_clock_single check (id = 1),
  ahead interval not null,
  filling boolean not null default false,
  demo boolean not null default false
);

comment on column sec.demo_clock.demo is
  'its people and their passwords are known to everybody: served only by the word demo, and on loopback';

comment on column sec.demo_clock.filling is
  'a start that finds it true was cut off while the demo was filled, and begins anew';

-- ---------------------------------------------------------------- who there is
create table sec.agency (
  id uuid constraint agency_pkey primary key default gen_random_uuid(),
  name text not null constraint agency_name check (length(name) between 2 and 120),
  sector text not null constraint agency_sector check (length(sector) between 2 and 60),
  version int not null default 1,
  created_at timestamptz not null default sec.domain_now(),
  ended_at timestamptz,
  constraint agency_name_line check (name !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s')
);

-- Two agencies whose names look alike are one agency twice, and people would choose the wrong one.
create unique index agency_name_unique on sec.agency (sec.name_key(name));

create index agency_by_name on sec.agency (name, id);

-- Regions by code: what statistics group tables by. The name is what people read.
create table sec.region (
  code text constraint region_pkey primary key constraint region_code
    check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  name text not null constraint region_name check (length(name) between 2 and 120
      and name !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s'),
  created_at timestamptz not null default sec.domain_now()
);

create unique index region_name_unique on sec.region (sec.name_key(name));

create table sec.situation_table (
  id uuid constraint situation_table_pkey primary key default gen_random_uuid(),
  name text not null constraint situation_table_name check (length(name) between 2 and 120),
  region text not null constraint situation_table_region check (length(region) between 2 and 120),
  region_code text not null constraint situation_table_region_code references sec.region,
  time_zone text not null default 'America/Toronto' constraint situation_table_time_zone
    check (sec.is_time_zone(time_zone)),
  identifier_recipients text not null default 'everyoneSeated' constraint situation_table_recipients
    check (identifier_recipients in ('everyoneSeated', 'agenciesAsked', 'nobody')),
  risk_rule text not null default 'agreement' constraint situation_table_risk_rule
    check (risk_rule in ('vote', 'agreement')),
  retention_months int not null default 12 constraint situation_table_retention
    check (retention_months between 12 and 240),
  correction_days int not null default 30 constraint situation_table_correction
    check (correction_days between 1 and 90),
  suggestions jsonb not null default '{}' constraint situation_table_suggestions
    check (jsonb_typeof(suggestions) = 'object'),
  version int not null default 1,
  created_at timestamptz not null default sec.domain_now(),
  founding boolean not null default false,
  founded_at timestamptz, founded_list jsonb,
  ended_at timestamptz,
  constraint situation_table_lines check (name !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s'
      and region !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s')
);

create unique index situation_table_name_unique on sec.situation_table (sec.name_key(name));

create index situation_table_by_name on sec.situation_table (name, id);

comment on column sec.situation_table.region is 'the name of its region, kept beside the code';

create index situation_table_by_region on sec.situation_table (region_code);

comment on column sec.situation_table.founding is
  'until its first situation: it has no word about anybody, so that agencies and seats need no inside yes';

comment on column sec.situation_table.founded_list
  is 'agencies and seats as they were confirmed before the first situation';

comment on column sec.situation_table.suggestions is
  'sectors by group of risk factors, where the table suggests other ones than the product does';

create table sec.table_agency (
  table_id uuid not null constraint table_agency_table references sec.situation_table,
  agency_id uuid not null constraint table_agency_agency references sec.agency,
  has_account boolean not null default true,
  joined_on date not null,
  left_at timestamptz,
  constraint table_agency_pkey primary key (table_id, agency_id)
);

create index table_agency_by_agency on sec.table_agency (agency_id, table_id);

create table sec.app_user (
  id uuid constraint app_user_pkey primary key default gen_random_uuid(),
  sign_in_name text not null constraint app_user_sign_in_name check (sign_in_name = lower(sign_in_name)
      and sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  display_name text not null constraint app_user_display_name check (length(display_name) between 1 and 120
      and display_name !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s'),
  language text not null default 'en' constraint app_user_language check (language in ('en', 'fr')),
  status text not null default 'active' constraint app_user_status
    check (status in ('invited', 'active', 'disabled')),
  made_by uuid constraint app_user_made_by references sec.app_user,
  version int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint app_user_sign_in_name_unique unique (sign_in_name)
);

create index app_user_by_name on sec.app_user (display_name, id);

comment on column sec.app_user.made_by is 'null: nobody of this installation, but a set-up code';

-- A row here is approved; an offer that waits for its approval is no seat. It acts from starts_at until
-- ends_at, in domain time.
create table sec.seat (
  id uuid constraint seat_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint seat_user references sec.app_user,
  persona text not null,
  table_id uuid constraint seat_table references sec.situation_table,
  agency_id uuid constraint seat_agency references sec.agency,
  employer_agency_id uuid constraint seat_employer references sec.agency,
  starts_at timestamptz not null default sec.domain_now(),
  ends_at timestamptz not null default sec.domain_now() + interval '2 years',
  ended_because text,
  offered_by uuid constraint seat_offered_by references sec.app_user,
  approved_by uuid constraint seat_approved_by references sec.app_user,
  version int not null default 1,
  constraint seat_persona check (sec.seat_fits(persona, table_id, agency_id, employer_agency_id)),
  constraint seat_ends_after_start check (ends_at >= starts_at),
  constraint seat_agency_of_table foreign key (table_id, agency_id)
    references sec.table_agency (table_id, agency_id)
);

create index seat_by_user on sec.seat (user_id);

create index seat_by_table on sec.seat (table_id, persona, agency_id) where table_id is not null;

create index seat_by_agency on sec.seat (agency_id) where agency_id is not null;

create index seat_by_employer on sec.seat (employer_agency_id) where employer_agency_id is not null;

create table sec.session (
  token_hash bytea constraint session_pkey primary key constraint session_hash_length
    check (length(token_hash) = 32),
  id uuid not null default gen_random_uuid() constraint session_id_unique unique,
  user_id uuid not null constraint session_of_user references sec.app_user,
  device text not null default '' constraint session_device check (length(device) <= 200),
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null default statement_timestamp() + interval '12 hours',
  stepped_up_at timestamptz,
  tiers_opened_at timestamptz,
  revoked_at timestamptz,
  constraint session_absolute check (expires_at <= created_at + interval '12 hours')
);

create index session_by_user on sec.session (user_id, created_at);

-- ---------------------------------------------------------------- the signed context
-- Two independent keys of 512 bits for the inner and the outer hash, random for this database. No login reads
-- them.
create table sec.context_key (
  id int constraint context_key_pkey primary key constraint context_key_single check (id = 1),
  inner_key bytea not null constraint context_key_inner check (length(inner_key) = 64),
  outer_key bytea not null constraint context_key_outer check (length(outer_key) = 64)
);

create type sec.ctx_t as (session_id uuid, user_id uuid, seat_id uuid, persona text, table_id uuid,
    agency_id uuid, employer_agency_id uuid, stepped_up_at timestamptz, plan_id uuid, purpose text);

comment on type sec.ctx_t is
  'plan_id and purpose are signed like the rest and null for every persona of today';

create table sec.stuck (
  id uuid not null default gen_random_uuid() constraint stuck_id unique,
  kind text not null constraint stuck_kind check (kind ~ '^[a-z]{3,20}$'), table_id uuid not null,
    object_id uuid not null, label text,
  tries integer not null default 1,
    code text not null constraint stuck_code check (code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  first_at timestamptz not null default sec.domain_now(),
    next_at timestamptz not null default sec.domain_now() + interval '50 seconds',
  parked_at timestamptz,
  constraint stuck_pkey primary key (kind, table_id, object_id)
);

comment on column sec.stuck.table_id is 'all zeros for what belongs to no situation table';

comment on column sec.stuck.code is 'the SQLSTATE of the last try, never the message: that may quote a row';

create index stuck_parked on sec.stuck (parked_at) where parked_at is not null;

-- A rule holds from a day on, until the next one: a change leaves the meetings of the past where they were.
create table sec.meeting_rule (
  table_id uuid not null constraint meeting_rule_table references sec.situation_table,
  from_on date not null,
  days int[] not null default '{4}' constraint meeting_rule_days
    check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
  every_weeks int not null default 1 constraint meeting_rule_weeks check (every_weeks in (1, 2)),
  anchor_on date not null,
  at_time time not null default '09:30' constraint meeting_rule_minutes
    check (extract(second from at_time) = 0),
  constraint meeting_rule_pkey primary key (table_id, from_on)
);

comment on column sec.meeting_rule.days is 'ISO: 1 Monday to 7 Sunday';

comment on column sec.meeting_rule.anchor_on is
  'a day of a week in which the table meets, where it meets every two weeks';

-- One row a table: what a change of its meetings locks, and how often its rule changed.
create table sec.meeting_plan (
  table_id uuid constraint meeting_plan_pkey primary key constraint meeting_plan_table
    references sec.situation_table,
  version int not null default 1,
  changed_at timestamptz not null default sec.domain_now(),
  holidays_told int not null default 1
);

comment on column sec.meeting_plan.holidays_told is
  'the version of the list of holidays that the seats know of';

create table sec.holiday_list (
  id int constraint holiday_list_pkey primary key default 1 constraint holiday_list_single check (id = 1),
  version int not null default 1,
  changed_at timestamptz not null default sec.domain_now()
);

-- A day that left the list stays with the version that it left at, so that tables can be told of both.
create table sec.holiday (
  on_day date constraint holiday_pkey primary key,
  name text constraint holiday_name check (
    length(name) between 1 and 60 and name !~ '[[:cntrl:]\u2028\u2029]|^\s|\s$|\s\s'),
  since_version int not null,
  gone_version int
);

-- The token is the device's own from the start; pairing only says which table it shows. Wall clock, like all
-- sessions.
create table sec.projector_session (
  token_hash bytea constraint projector_session_pkey primary key constraint projector_session_hash
    check (length(token_hash) = 32),
  id uuid not null default gen_random_uuid() constraint projector_session_id unique,
  code_hash bytea constraint projector_session_code unique,
  source bytea constraint projector_session_source check (length(source) = 32),
  code_until timestamptz not null default clock_timestamp() + interval '2 minutes',
  expires_at timestamptz not null default clock_timestamp() + interval '12 hours',
  table_id uuid constraint projector_session_table references sec.situation_table,
  paired_by uuid constraint projector_session_seat references sec.seat,
  paired_at timestamptz, ended_at timestamptz,
  constraint projector_session_paired check (num_nulls(table_id, paired_by, paired_at) in (0, 3)),
  constraint projector_session_code_once check (table_id is null or code_hash is null)
);

create index projector_session_by_table on sec.projector_session (table_id) where ended_at is null;

create index projector_session_by_seat on sec.projector_session (paired_by) where paired_by is not null;

comment on column sec.projector_session.source is
  'keyed pseudonym of where the code was asked for; gone once it is paired';

-- Who did what for somebody's account (seat_id null) or seat. What the owner plants, and an account made by a
-- set-up code, has no row: nobody of this installation made it.
create table sec.origin_act (
  id uuid constraint origin_act_pkey primary key default gen_random_uuid(),
  subject_id uuid not null constraint origin_act_subject references sec.app_user,
  seat_id uuid constraint origin_act_seat references sec.seat,
  by_id uuid not null constraint origin_act_by references sec.app_user,
  act text not null constraint origin_act_act check (act in ('made', 'offered', 'approved', 'confirmed',
    'reset', 'enabled')),
  at timestamptz not null default sec.domain_now(),
  constraint origin_act_two check (subject_id <> by_id)
);

create index origin_act_by_subject on sec.origin_act (subject_id, at);

-- ---------------------------------------------------------------- what administration did at a table
-- Told to the coordinators and privacy officers of the table; names people who work there, never anything of
-- a situation.
create table sec.table_act (
  table_id uuid not null constraint table_act_table references sec.situation_table,
  id uuid not null default gen_random_uuid(), at timestamptz not null default sec.domain_now(),
  what text not null constraint table_act_what check (what in ('joiningAsked', 'joined', 'left',
    'seatOffered', 'seated', 'seatEnded', 'enabled', 'disabled',
    'resetStarted', 'reset', 'administratorOffered', 'administratorSeated', 'listConfirmed', 'renamed',
    'tableEnded')),
  agency_id uuid constraint table_act_agency references sec.agency, persona text,
  subject_id uuid constraint table_act_subject references sec.app_user, by_id uuid
    constraint table_act_by references sec.app_user,
  constraint table_act_pkey primary key (table_id, id)
);

create index table_act_by_time on sec.table_act (table_id, at, id);

create index table_act_latest on sec.table_act (at, id);
