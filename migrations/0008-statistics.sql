-- One row a situation, written at sealing. A table's counting day is to replace it: what is below, which no
-- row about one situation of a table is in.
create table stats.sealed_record (
  id uuid not null default gen_random_uuid() constraint sealed_record_pkey primary key,
  year integer not null,
    month date not null constraint sealed_record_month check (extract(day from month) = 1
      and extract(year from month) = year),
  table_id uuid not null constraint sealed_record_table references sec.situation_table, region text not null,
  status text not null constraint sealed_record_status
    check (status in ('concluded', 'rejected', 'returned', 'withdrawn')),
  type text not null, age_band text, sex text, originating_sector text not null, lead_sector text,
    assisting_sectors text[],
  conclusion_group text, conclusion_reason text, risk_factors text[], study_flags text[],
    protective_factors text[], services jsonb, risk_after text,
  -- What the register redacts of a situation that was not taken up is not applicable, here too.
  constraint sealed_record_not_applicable check (status = 'concluded'
      or (lead_sector is null and assisting_sectors is null and risk_factors is null
    and study_flags is null and protective_factors is null and services is null and risk_after is null))
-- A table's records are written again at each sealing: what they replace is vacuumed at the next round, not
-- when a fifth has gathered.
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

create index sealed_record_of_table on stats.sealed_record (table_id);

create index sealed_record_year on stats.sealed_record (year, table_id);

create table stats.seal_run (
  table_id uuid not null constraint seal_run_table
    references sec.situation_table, boundary timestamptz not null,
  constraint seal_run_pkey primary key (table_id, boundary)
);

-- One selection a year: classes with at least 11 records, and one remainder that is itself 0 or at least 11.
-- Cut once and stored.
create table stats.year_cut (
  scope uuid not null, year integer not null, cut_at timestamptz not null default sec.domain_now(),
    withheld boolean not null default false,
  constraint year_cut_pkey primary key (scope, year)
);

comment on column stats.year_cut.scope is
  'all zeros: all tables together (auditors); else one table, for its own seats';

comment on column stats.year_cut.withheld is
  'fewer than 11 records in all: nothing of that year can be shown';

create table stats.year_class (
  scope uuid not null, year integer not null, id uuid not null default gen_random_uuid(),
  type text, age_band text, sex text, conclusion_group text, remainder boolean not null default false,
  records integer not null constraint year_class_large_enough check (records >= 11),
  constraint year_class_pkey primary key (scope, year, id),
  constraint year_class_cut foreign key (scope, year) references stats.year_cut,
  constraint year_class_remainder check (not remainder
      or (type is null and age_band is null and sex is null and conclusion_group is null))
);

create table stats.export (
  id uuid not null default gen_random_uuid() constraint export_pkey primary key, year integer not null,
  asked_by uuid not null constraint export_asker
    references sec.app_user, asked_at timestamptz not null default sec.domain_now(),
  approved_by uuid constraint export_approver
    references sec.app_user, approved_at timestamptz, approved_as text,
  constraint export_two_people check (approved_by is null or approved_by <> asked_by)
);

create index export_by_time on stats.export (asked_at, id);

-- ---------------------------------------------------------------- what counting days write
-- No serial, uuid of a row, time or reference into app: nothing here joins with a situation, and all rows of
-- a period appear together. Written by the owner's functions, read by the engine of statistics.

-- One-way counts and a few fixed pairs of one table; written once, never updated.
create table stats.tally (
  table_id uuid not null constraint tally_table references sec.situation_table,
  period text not null constraint tally_period check (period ~ '^[0-9]{4}(H1|-[0-9]{2})?$'),
  measure text not null,
  code text not null,
  state text not null default '',
  definition smallint not null constraint tally_definition check (definition > 0),
  n integer not null constraint tally_some check (n > 0),
  constraint tally_pkey primary key (table_id, period, measure, code, state, definition)
);

comment on column stats.tally.code is 'one of the measure''s, or none, notApplicable, notRecorded';

comment on column stats.tally.state is 'the second half of a fixed pair; empty where there is none';

comment on column stats.tally.definition is 'which version of the measure''s definition was counted';

-- At least 100 of a region and period together: no table, no factor, no key.
create table stats.outcome_record (
  region text not null,
  period text not null constraint outcome_record_period check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
  status text not null constraint outcome_record_status
    check (status in ('concluded', 'rejected', 'returned', 'withdrawn')),
  type text not null, age_band text, sex text,
  originating_group text not null, ending_group text,
  reached text constraint outcome_record_reached
    check (reached in ('none', 'offered', 'connected', 'engaged'))
);

-- Which categories of risk go together: a period of three years, no region.
create table stats.outcome_risks (
  period text not null constraint outcome_risks_period check (period ~ '^[0-9]{4}-[0-9]{2}$'),
  categories bit(27) not null
);

-- For "n minus the largest contributor": how much one table, and one agency, brought to a declared cell at
-- most. It names neither.
create table stats.largest (
  region text not null, year integer not null, declaration text not null, cell text not null,
  table_n integer not null constraint largest_table check (table_n >= 0),
  agency_n integer not null constraint largest_agency check (agency_n >= 0),
  constraint largest_pkey primary key (region, year, declaration, cell)
);

-- Which periods of a table were counted, so that none is counted twice: no time, no number.
create table stats.counted (
  table_id uuid not null,
  period text not null constraint counted_period check (period ~ '^[0-9]{4}(H1|-[0-9]{2})?$'),
  constraint counted_pkey primary key (table_id, period)
);
