import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closedLists, codebook, firstCodebookVersion, groupListOf, listNames, localLists } from '../libs/domain/src/vocabulary/index.js';

const lists = listNames.map((list, position) => ({
  list,
  position,
  group_list: (groupListOf as Partial<Record<string, string>>)[list] ?? null,
  takes_local: (localLists as readonly string[]).includes(list),
  closed: (closedLists as readonly string[]).includes(list),
}));

const terms = listNames.flatMap((list) => codebook[list].map((term, position) => ({
  list: term.list, code: term.code, position, group_code: term.group, theme_code: term.theme, status: term.status,
  label_en: term.labelEn, label_fr: term.labelFr, definition_en: term.definitionEn, definition_fr: term.definitionFr,
  active_from: term.activeFrom, active_to: term.activeTo, maps_to: term.mapsTo, attributes: term.attributes,
})));

/**
 * The codebook: terms are never changed or removed; a published change closes the row of the version before and writes a new one, so
 * every version stays readable. Changes need two administrators and both languages (matrix rows 37, 54); coordinators propose local terms.
 */
export class Codebook1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(choosing);
    await runner.query(changing);
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

create table codebook.change (
  id uuid constraint change_pkey primary key default gen_random_uuid(),
  kind text not null constraint change_kind check (kind in ('add', 'edit', 'retire')),
  list text not null constraint change_list references codebook.list,
  code text not null constraint change_code check (length(code) <= 120 and code ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
  table_id uuid constraint change_table references sec.situation_table,
  based_on uuid constraint change_based_on references codebook.term,
  label_en text constraint change_label_en check (length(label_en) <= 200),
  label_fr text constraint change_label_fr check (length(label_fr) <= 200),
  definition_en text constraint change_definition_en check (length(definition_en) <= 600),
  definition_fr text constraint change_definition_fr check (length(definition_fr) <= 600),
  same_in_both boolean not null default false,
  group_code text, theme_code text, maps_to text,
  active_from date, active_to date,
  state text not null default 'proposed' constraint change_state check (state in ('proposed', 'published', 'discarded')),
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
    or (published_in is not null and first_signed_by is not null and second_signed_by is not null and first_signed_by <> second_signed_by))
);
comment on column codebook.change.same_in_both is 'the word is the same in English and French, and somebody said so';
create index change_open on codebook.change (proposed_at, id) where state = 'proposed';
create unique index change_one_open on codebook.change (list, code, table_id) nulls not distinct where state = 'proposed';
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

-- The first code of many that may not be chosen, null when all may; a null among them is refused as the empty text.
create function codebook.first_refused(p_list text, p_codes text[], p_table uuid, p_on date) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(asked.code, '') from unnest(p_codes) with ordinality as asked(code, nth)
  where not codebook.chosen_ok(p_list, asked.code, p_table, p_on) order by asked.nth limit 1 $$;

create function codebook.current_version() returns int language sql stable security definer set search_path = pg_catalog as $$
  select max(version.version) from codebook.version $$;
`;

const changing = `
-- Refuses what can never be published; French may still be missing here, not at publication.
create function codebook.check_change(c codebook.change) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
declare l codebook.list; t codebook.term;
begin
  select list.* into l from codebook.list where list.list = c.list;
  if not found then raise exception 'codebook.change.unknownList'; end if;
  if c.table_id is not null and not l.takes_local then raise exception 'codebook.change.listTakesNoLocal'; end if;
  if l.closed and c.kind <> 'edit' then raise exception 'codebook.change.listClosed'; end if;
  if c.kind = 'add' then
    if (c.table_id is not null) <> (c.code like 'local.%') then raise exception 'codebook.change.codeOfOtherScope'; end if;
    if exists (select 1 from codebook.term where term.list = c.list and term.code = c.code and term.table_id is not distinct from c.table_id) then
      raise exception 'codebook.change.codeTaken'; end if;
    if c.active_from is null then raise exception 'codebook.change.needsFirstDay'; end if;
  else
    select term.* into t from codebook.term where term.id = c.based_on;
    if t.version_to is not null then raise exception 'codebook.change.termChangedSince'; end if;
  end if;
  if c.kind = 'retire' then
    -- The day before today takes the word away at once; further back would deny what was rightly chosen.
    if c.active_to is null or c.active_to < (sec.domain_now() at time zone 'America/Toronto')::date - 1 or c.active_to < t.active_from - 1 then
      raise exception 'codebook.change.retiresInThePast'; end if;
    return;
  end if;
  if btrim(coalesce(c.label_en, '')) = '' and btrim(coalesce(c.label_fr, '')) = '' then raise exception 'codebook.change.needsLabel'; end if;
  if (l.group_list is not null) <> (c.group_code is not null) or (c.group_code is not null and not exists (
      select 1 from codebook.term where term.list = l.group_list and term.code = c.group_code and term.version_to is null)) then
    raise exception 'codebook.change.unknownGroup'; end if;
  if c.theme_code is not null and (c.list <> 'riskFactor' or not exists (
      select 1 from codebook.term where term.list = 'riskTheme' and term.code = c.theme_code and term.version_to is null)) then
    raise exception 'codebook.change.unknownTheme'; end if;
  if (c.table_id is not null and c.maps_to is null) or (c.maps_to is not null and c.maps_to is distinct from t.maps_to and not exists (
      select 1 from codebook.term where term.list = c.list and term.code = c.maps_to and term.table_id is null and term.version_to is null)) then
    raise exception 'codebook.change.unknownMapping'; end if;
end $$;

create function codebook.write_content(c codebook.change, p_content jsonb) returns codebook.change language sql immutable set search_path = pg_catalog as $$
  select (jsonb_populate_record(c, jsonb_build_object(
    'label_en', p_content -> 'labelEn', 'label_fr', p_content -> 'labelFr', 'definition_en', nullif(btrim(p_content ->> 'definitionEn'), ''),
    'definition_fr', nullif(btrim(p_content ->> 'definitionFr'), ''), 'same_in_both', coalesce((p_content ->> 'sameInBoth')::boolean, false),
    'group_code', p_content -> 'group', 'theme_code', p_content -> 'theme', 'maps_to', p_content -> 'mapsTo',
    'active_from', p_content -> 'activeFrom', 'active_to', p_content -> 'activeTo'))).* $$;

-- The change as this viewer may work on it, locked; a coordinator has those of the own table alone.
create function codebook.open_change(p_change uuid, p_version int) returns codebook.change language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change;
begin
  if ctx.persona is null or ctx.persona not in ('administrator', 'coordinator') then raise exception 'not for this seat' using errcode = '42501'; end if;
  select change.* into c from codebook.change where change.id = p_change
    and (ctx.persona = 'administrator' or change.table_id = ctx.table_id) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.version <> p_version then raise exception 'stale' using errcode = '40001'; end if;
  if c.state <> 'proposed' then raise exception 'codebook.change.decidedAlready'; end if;
  return c;
end $$;

-- An administrator's own proposal carries the first of the two signatures.
create function codebook.propose(p_kind text, p_list text, p_code text, p_table uuid, p_content jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change; t codebook.term;
begin
  if ctx.persona is null or ctx.persona not in ('administrator', 'coordinator')
    or (ctx.persona = 'coordinator' and p_table is distinct from ctx.table_id) then
    raise exception 'not for this seat' using errcode = '42501'; end if;
  if p_kind <> 'add' then
    select term.* into t from codebook.term
      where term.list = p_list and term.code = p_code and term.table_id is not distinct from p_table and term.version_to is null;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  end if;
  c.id := gen_random_uuid(); c.kind := p_kind; c.list := p_list; c.code := p_code; c.table_id := p_table; c.based_on := t.id;
  c := codebook.write_content(c, p_content);
  c.state := 'proposed'; c.version := 1; c.proposed_by := ctx.user_id; c.proposed_at := sec.domain_now();
  c.first_signed_by := case when ctx.persona = 'administrator' then ctx.user_id end;
  perform codebook.check_change(c);
  begin
    insert into codebook.change select c.*;
  exception when unique_violation then raise exception 'codebook.change.anotherIsOpen'; end;
  perform audit.record('codebook.propose', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
  return c.id;
end $$;

-- A changed text is a new text: earlier signatures fall.
create function codebook.revise(p_change uuid, p_version int, p_content jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change := codebook.open_change(p_change, p_version);
begin
  c := codebook.write_content(c, p_content);
  perform codebook.check_change(c);
  update codebook.change set label_en = c.label_en, label_fr = c.label_fr, definition_en = c.definition_en, definition_fr = c.definition_fr,
    same_in_both = c.same_in_both, group_code = c.group_code, theme_code = c.theme_code, maps_to = c.maps_to, active_from = c.active_from, active_to = c.active_to,
    first_signed_by = case when ctx.persona = 'administrator' then ctx.user_id end, version = change.version + 1
  where change.id = c.id;
  perform audit.record('codebook.revise', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
end $$;

create function codebook.discard(p_change uuid, p_version int) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c codebook.change := codebook.open_change(p_change, p_version);
begin
  update codebook.change set state = 'discarded', decided_at = sec.domain_now(), version = change.version + 1 where change.id = c.id;
  perform audit.record('codebook.discard', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
end $$;

-- The first signature of an administrator is noted; the second, by another one, publishes and returns the new version.
create function codebook.sign(p_change uuid, p_version int) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ctx sec.ctx_t := sec.ctx(); c codebook.change; t codebook.term; n int;
begin
  if ctx.persona is distinct from 'administrator' then raise exception 'not for this seat' using errcode = '42501'; end if;
  -- One publication at a time: version numbers have no gap and no two writers.
  lock table codebook.version in share row exclusive mode;
  c := codebook.open_change(p_change, p_version);
  perform codebook.check_change(c);
  if c.kind <> 'retire' then
    if btrim(coalesce(c.label_fr, '')) = '' or (c.definition_en is not null and c.definition_fr is null) then
      raise exception 'codebook.publish.needsFrench'; end if;
    if btrim(coalesce(c.label_en, '')) = '' or (c.definition_fr is not null and c.definition_en is null) then
      raise exception 'codebook.publish.needsEnglish'; end if;
    if lower(btrim(c.label_fr)) = lower(btrim(c.label_en)) and not c.same_in_both then
      raise exception 'codebook.publish.frenchEqualsEnglish'; end if;
  end if;
  if c.first_signed_by = ctx.user_id then raise exception 'codebook.publish.needsSecondPerson'; end if;
  if c.first_signed_by is null then
    update codebook.change set first_signed_by = ctx.user_id, version = change.version + 1 where change.id = c.id;
    perform audit.record('codebook.sign', 'codebookChange', c.id, array[c.kind, c.list], 'allow');
    return null;
  end if;
  n := codebook.current_version() + 1;
  insert into codebook.version (version, name, first_signed_by, second_signed_by) values (n, n::text, c.first_signed_by, ctx.user_id);
  if c.kind = 'add' then
    t.position := (select coalesce(max(term.position), 0) + 1 from codebook.term where term.list = c.list);
    t.status := 'added'; t.attributes := '{}';
  else
    select term.* into strict t from codebook.term where term.id = c.based_on;
    update codebook.term set version_to = n where term.id = t.id;
  end if;
  if c.kind = 'retire' then
    t.active_to := c.active_to;
  else
    t.label_en := btrim(c.label_en); t.label_fr := btrim(c.label_fr); t.definition_en := c.definition_en; t.definition_fr := c.definition_fr;
    t.group_code := c.group_code; t.theme_code := c.theme_code; t.maps_to := c.maps_to;
    t.active_from := coalesce(t.active_from, c.active_from);
  end if;
  insert into codebook.term (list, code, table_id, version_from, position, group_code, theme_code, status, label_en, label_fr,
    definition_en, definition_fr, active_from, active_to, maps_to, attributes)
  values (c.list, c.code, c.table_id, n, t.position, t.group_code, t.theme_code, t.status, t.label_en, t.label_fr,
    t.definition_en, t.definition_fr, t.active_from, t.active_to, t.maps_to, t.attributes);
  update codebook.change set state = 'published', second_signed_by = ctx.user_id, decided_at = sec.domain_now(), published_in = n,
    version = change.version + 1 where change.id = c.id;
  perform audit.record('codebook.publish', 'codebookChange', c.id, array[c.kind, c.list], 'allow', null, jsonb_build_object('version', n));
  return n;
end $$;

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

const walls = `
grant usage on schema codebook to rep, coordinator, auditor, administrator, privacy, projector;
do $$ declare t text; begin
  foreach t in array array['version', 'list', 'term', 'change'] loop
    execute format('alter table codebook.%I enable row level security', t);
    execute format('alter table codebook.%I force row level security', t);
    execute format('create policy %I on codebook.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop;
  -- Row 54: everybody reads all terms, local ones included: they are words, and no situation is told by them.
  foreach t in array array['version', 'list', 'term'] loop
    execute format('create policy %I on codebook.%I for select to rep, coordinator, auditor, administrator, privacy, projector
      using ((select (sec.ctx()).persona) = current_user)', t || '_words', t);
  end loop; end $$;

create policy change_wall on codebook.change as restrictive for all to coordinator
  using (change.table_id = (select (sec.ctx()).table_id));
create policy change_own_table on codebook.change for select to coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy change_all on codebook.change for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select (version, name, published_at) on codebook.version to rep, coordinator, auditor, administrator, privacy, projector;
grant select on codebook.list, codebook.term to rep, coordinator, auditor, administrator, privacy, projector;
grant select on codebook.change to coordinator, administrator;

revoke all on all functions in schema codebook from public;
grant execute on function codebook.current_version() to rep, coordinator, auditor, administrator, privacy, projector;
grant execute on function codebook.propose(text, text, text, uuid, jsonb), codebook.revise(uuid, int, jsonb), codebook.discard(uuid, int) to coordinator, administrator;
grant execute on function codebook.sign(uuid, int) to administrator;
`;
