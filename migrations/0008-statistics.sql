create table stats.outcome_record (
  id uuid not null default gen_random_uuid() constraint outcome_record_pkey primary key,
  year integer not null,
    month date not null constraint outcome_record_month check (extract(day from month) = 1
      and extract(year from month) = year),
  table_id uuid not null constraint outcome_record_table references sec.situation_table, region text not null,
  status text not null constraint outcome_record_status
    check (status in ('concluded', 'rejected', 'returned', 'withdrawn')),
  type text not null, age_band text, sex text, originating_sector text not null, lead_sector text,
    assisting_sectors text[],
  conclusion_group text, conclusion_reason text, risk_factors text[], study_flags text[],
    protective_factors text[], services jsonb, risk_after text,
  -- What the register redacts of a situation that was not taken up is not applicable, here too.
  constraint outcome_record_not_applicable check (status = 'concluded'
      or (lead_sector is null and assisting_sectors is null and risk_factors is null
    and study_flags is null and protective_factors is null and services is null and risk_after is null))
-- A table's records are written again at each sealing: what they replace is vacuumed at the next round, not
-- when a fifth has gathered.
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

create index outcome_record_of_table on stats.outcome_record (table_id);

create index outcome_record_year on stats.outcome_record (year, table_id);

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
