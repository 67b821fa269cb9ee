import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  closedLists,
  codebook,
  firstCodebookVersion,
  groupListOf,
  listNames,
  localLists,
} from '../libs/domain/src/vocabulary/index.js';

const lists = listNames.map((list, position) => ({
  list,
  position,
  group_list: (groupListOf as Partial<Record<string, string>>)[list] ?? null,
  takes_local: (localLists as readonly string[]).includes(list),
  closed: (closedLists as readonly string[]).includes(list),
}));

const terms = listNames.flatMap((list) =>
  codebook[list].map((term, position) => ({
    list: term.list,
    code: term.code,
    position,
    group_code: term.group,
    theme_code: term.theme,
    status: term.status,
    label_en: term.labelEn,
    label_fr: term.labelFr,
    definition_en: term.definitionEn,
    definition_fr: term.definitionFr,
    active_from: term.activeFrom,
    active_to: term.activeTo,
    maps_to: term.mapsTo,
    attributes: term.attributes,
  })),
);

/**
 * The codebook: terms are never changed or removed; a published change closes the row of the version before and writes a new one, so
 * every version stays readable. How changes come about is the next migration.
 */
export class Codebook1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(kept);
    await runner.query(choosing);
    await runner.query(walls);
    await runner.query(`insert into codebook.version (version, name) values (1, $1)`, [firstCodebookVersion]);
    await runner.query(
      `insert into codebook.list (list, position, group_list, takes_local, closed)
       select l.list, l.position, l.group_list, l.takes_local, l.closed
       from jsonb_to_recordset($1::jsonb) as l(list text, position int, group_list text, takes_local boolean, closed boolean)`,
      [JSON.stringify(lists)],
    );
    await runner.query(
      `insert into codebook.term (list, code, position, version_from, group_code, theme_code, status, label_en, label_fr,
         definition_en, definition_fr, active_from, active_to, maps_to, attributes)
       select t.list, t.code, t.position, 1, t.group_code, t.theme_code, t.status, t.label_en, t.label_fr,
         t.definition_en, t.definition_fr, t.active_from, t.active_to, t.maps_to, t.attributes
       from jsonb_to_recordset($1::jsonb) as t(list text, code text, position int, group_code text, theme_code text, status text, label_en text,
         label_fr text, definition_en text, definition_fr text, active_from date, active_to date, maps_to text, attributes jsonb)`,
      [JSON.stringify(terms)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const tables = `
create table codebook.version (
  version int constraint version_pkey primary key,
  name text not null constraint version_name check (length(name) between 1 and 60),
  published_at timestamptz not null default sec.domain_now(),
  first_signed_by uuid constraint version_first_signature references sec.app_user,
  second_signed_by uuid constraint version_second_signature references sec.app_user,
  constraint version_two_people check (version = 1 or (first_signed_by is not null and second_signed_by is not null and first_signed_by <> second_signed_by))
);

create table codebook.list (
  list text constraint list_pkey primary key,
  position int not null,
  group_list text constraint list_groups references codebook.list deferrable initially deferred,
  takes_local boolean not null,
  closed boolean not null
);
comment on column codebook.list.closed is 'the workflow knows these codes by name: words can be edited, codes neither added nor retired';

create table codebook.term (
  id uuid constraint term_pkey primary key default gen_random_uuid(),
  list text not null constraint term_list references codebook.list,
  code text not null constraint term_code check (length(code) <= 120 and code ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
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
  scope text not null generated always as (case when table_id is null then 'provincial' else 'local' end) stored,
  constraint term_defined_in_both check ((definition_en is null) = (definition_fr is null)),
  constraint term_days check (active_to is null or active_to >= active_from - 1),
  constraint term_versions check (version_to is null or version_to > version_from),
  constraint term_local_maps check (table_id is null or (maps_to is not null and code like 'local.%')),
  constraint term_once_a_version unique nulls not distinct (list, code, table_id, version_from)
);
comment on column codebook.term.version_to is 'the first version without this row; null while it is current';
comment on column codebook.term.active_to is 'the last day on which it can be chosen';
create unique index term_current on codebook.term (list, code, table_id) nulls not distinct where version_to is null;
create index term_by_version_to on codebook.term (version_to, version_from);
`;

const kept = `
-- Published rows are history: only the version that ends a row is ever written into it.
create function codebook.refuse_rewriting() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'terms are never removed' using errcode = '42501'; end if;
  -- A generated column (scope) has no value yet before the row is written.
  if old.version_to is not null or to_jsonb(new) - '{version_to,scope}'::text[] is distinct from to_jsonb(old) - '{version_to,scope}'::text[] then
    raise exception 'a published term is never rewritten' using errcode = '42501'; end if;
  return new;
end $$;
create trigger term_kept before update or delete on codebook.term for each row execute function codebook.refuse_rewriting();
create trigger term_not_emptied before truncate on codebook.term for each statement execute function codebook.refuse_rewriting();
`;

const choosing = `
-- Whether a person may choose that code now: current, active on that day, provincial or of that very table, no heading, not the workflow's own.
create function codebook.chosen_ok(p_list text, p_code text, p_table uuid, p_on date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from codebook.term
    where term.list = p_list and term.code = p_code and term.version_to is null
      and (term.table_id is null or term.table_id = p_table)
      and term.active_from <= p_on and (term.active_to is null or p_on <= term.active_to)
      and not coalesce((term.attributes ->> 'heading')::boolean, false) and not coalesce((term.attributes ->> 'bySystem')::boolean, false)) $$;

create function codebook.current_version() returns int language sql stable security definer set search_path = pg_catalog as $$
  select max(version.version) from codebook.version $$;
`;

const walls = `
grant usage on schema codebook to rep, coordinator, auditor, administrator, privacy;
do $$ declare t text; begin
  foreach t in array array['version', 'list', 'term'] loop
    execute format('alter table codebook.%I enable row level security', t);
    execute format('alter table codebook.%I force row level security', t);
    execute format('create policy %I on codebook.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop;
  -- Row 54: everybody reads all terms, local ones included: they are words, and no situation is told by them.
  foreach t in array array['version', 'list', 'term'] loop
    execute format('create policy %I on codebook.%I for select to rep, coordinator, auditor, administrator, privacy
      using ((select (sec.ctx()).persona) = current_user)', t || '_words', t);
  end loop; end $$;

grant select (version, name, published_at) on codebook.version to rep, coordinator, auditor, administrator, privacy;
grant select on codebook.list, codebook.term to rep, coordinator, auditor, administrator, privacy;

revoke all on all functions in schema codebook from public;
grant execute on function codebook.current_version() to rep, coordinator, auditor, administrator, privacy;
`;
