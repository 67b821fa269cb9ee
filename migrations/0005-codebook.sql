create table codebook.version (
  version int constraint version_pkey primary key,
  name text not null constraint version_name check (length(name) between 1 and 60),
  published_at timestamptz not null default sec.domain_now(),
  first_signed_by uuid constraint version_first_signature references sec.app_user,
  second_signed_by uuid constraint version_second_signature references sec.app_user,
  constraint version_two_people check (version = 1
      or (first_signed_by is not null and second_signed_by is not null
        and first_signed_by <> second_signed_by))
);

create table codebook.list (
  list text constraint list_pkey primary key,
  position int not null,
  group_list text constraint list_groups references codebook.list deferrable initially deferred,
  takes_local boolean not null,
  closed boolean not null
);

comment on column codebook.list.closed is
  'the workflow knows these codes by name: words can be edited, codes neither added nor retired';

create table codebook.term (
  id uuid constraint term_pkey primary key default gen_random_uuid(),
  list text not null constraint term_list references codebook.list,
  code text not null constraint term_code check (length(code) <= 120
      and code ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
  table_id uuid constraint term_table references sec.situation_table,
  version_from int not null constraint term_version_from references codebook.version,
  version_to int constraint term_version_to references codebook.version,
  position int not null,
  group_code text, theme_code text,
  status text not null constraint term_status check (status in ('confirmed', 'unconfirmed', 'added')),
  label_en text not null constraint term_label_en check (length(btrim(label_en)) between 1 and 200),
  label_fr text not null constraint term_label_fr check (length(btrim(label_fr)) between 1 and 200),
  definition_en text constraint term_definition_en check (length(btrim(definition_en)) between 1 and 600),
  definition_fr text constraint term_definition_fr check (length(btrim(definition_fr)) between 1 and 600),
  active_from date not null,
  active_to date,
  maps_to text,
  attributes jsonb not null default '{}',
  scope text not null generated always as (case when table_id is null then 'provincial'
      else 'local' end) stored,
  constraint term_defined_in_both check ((definition_en is null) = (definition_fr is null)),
  constraint term_days check (active_to is null or active_to >= active_from - 1),
  constraint term_versions check (version_to is null or version_to > version_from),
  constraint term_local_maps check (table_id is null or (maps_to is not null and code like 'local.%')),
  constraint term_once_a_version unique nulls not distinct (list, code, table_id, version_from)
);

comment on column codebook.term.version_to is 'the first version without this row; null while it is current';

comment on column codebook.term.active_to is 'the last day on which it can be chosen';

create unique index term_current on codebook.term (list, code, table_id) nulls not distinct
  where version_to is null;

create index term_by_version_to on codebook.term (version_to, version_from);

create table codebook.change (
  id uuid constraint change_pkey primary key default gen_random_uuid(),
  kind text not null constraint change_kind check (kind in ('add', 'edit', 'retire')),
  list text not null constraint change_list references codebook.list,
  code text not null constraint change_code check (length(code) <= 120
      and code ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
  table_id uuid constraint change_table references sec.situation_table,
  based_on uuid constraint change_based_on references codebook.term,
  label_en text constraint change_label_en check (length(label_en) <= 200),
  label_fr text constraint change_label_fr check (length(label_fr) <= 200),
  definition_en text constraint change_definition_en check (length(definition_en) <= 600),
  definition_fr text constraint change_definition_fr check (length(definition_fr) <= 600),
  same_in_both boolean not null default false,
  group_code text, theme_code text, maps_to text,
  active_from date, active_to date,
  state text not null default 'proposed' constraint change_state
    check (state in ('proposed', 'published', 'discarded')),
  version int not null default 1,
  proposed_by uuid not null constraint change_proposer references sec.app_user,
  proposed_at timestamptz not null default sec.domain_now(),
  first_signed_by uuid constraint change_first_signature references sec.app_user,
  second_signed_by uuid constraint change_second_signature references sec.app_user,
  decided_at timestamptz,
  published_in int constraint change_published_in references codebook.version,
  constraint change_based check ((kind = 'add') = (based_on is null)),
  constraint change_decided check ((state = 'proposed') = (decided_at is null)),
  constraint change_two_people check (state <> 'published'
    or (published_in is not null and first_signed_by is not null and second_signed_by is not null
        and first_signed_by <> second_signed_by))
);

comment on column codebook.change.same_in_both is
  'the word is the same in English and French, and somebody said so';

create index change_open on codebook.change (proposed_at, id) where state = 'proposed';

create unique index change_one_open on codebook.change (list, code, table_id) nulls not distinct
  where state = 'proposed';
