import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes to the codebook: proposed, then published by the signatures of two administrators, in both languages (matrix rows 37, 54).
 * Coordinators propose local terms of their table.
 */
export class CodebookChanges1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(proposing);
    await runner.query(publishing);
    await runner.query(walls);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const table = `
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

const proposing = `
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
    if c.active_to is null or c.active_to < sec.today(c.table_id) - 1 or c.active_to < t.active_from - 1 then
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
  if c.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
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
`;

const publishing = `
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
  perform sec.require_independent(ctx, c.first_signed_by);
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
`;

const walls = `
alter table codebook.change enable row level security;
alter table codebook.change force row level security;
create policy change_owner on codebook.change to owner using (true) with check (true);
create policy change_wall on codebook.change as restrictive for all to coordinator
  using (change.table_id = (select (sec.ctx()).table_id));
create policy change_own_table on codebook.change for select to coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy change_all on codebook.change for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
grant select on codebook.change to coordinator, administrator;

revoke all on all functions in schema codebook from public;
grant execute on function codebook.propose(text, text, text, uuid, jsonb), codebook.revise(uuid, int, jsonb), codebook.discard(uuid, int) to coordinator, administrator;
grant execute on function codebook.sign(uuid, int) to administrator;
`;
