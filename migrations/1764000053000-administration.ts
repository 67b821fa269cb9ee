import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies, tables and their settings (matrix rows 37 and 58); what decides who hears or how long it is kept needs a second person. */
export class Administration1764000053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The acting context, or a refusal: 28000 without one, 42501 for another persona, account.stepUp.needed where a fresh proof is wanted.
create function sec.acting(p_personas text[], p_fresh boolean) returns sec.ctx_t language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> all (p_personas) then raise exception 'not for this seat' using errcode = '42501'; end if;
  if p_fresh and not sec.stepped_up() then raise exception 'account.stepUp.needed'; end if;
  return c;
end $$;

create function sec.check_version(p_found boolean, p_kept int, p_given int) returns void language plpgsql immutable set search_path = pg_catalog as $$
begin
  if not p_found then raise exception 'not found' using errcode = 'P0002'; end if;
  if p_kept is distinct from p_given then raise exception 'stale' using errcode = '40001'; end if;
end $$;

-- ---------------------------------------------------------------- what a rule counts, locked
-- A rule about how many seats there are holds only if two changes cannot each count the other's seat. Who ends or gives a seat at a
-- table locks the table's row first; who ends an administrator locks this. Tables are locked in one order, before any seat or user.
create function sec.lock_roles(p_tables uuid[]) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from sec.situation_table where situation_table.id = any (p_tables) order by situation_table.id for no key update;
end $$;
create function sec.lock_administrators() returns void language sql volatile security definer set search_path = pg_catalog as $$
  select pg_advisory_xact_lock(7190217430) $$;

-- The tables at which a seat counts: its own, or all of its agency's.
create function sec.tables_it_counts_at(p_table uuid, p_agency uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p_table where p_table is not null
  union select ta.table_id from sec.table_agency ta where p_table is null and ta.agency_id = p_agency and ta.left_at is null $$;
create function sec.lock_roles_of_user(p_user uuid) returns void language sql volatile security definer set search_path = pg_catalog as $$
  select sec.lock_roles(array(select distinct t from sec.seat s cross join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t
    where s.user_id = p_user and s.ends_at > sec.domain_now())) $$;

-- What a person is told without mail: a code and the object, never a detail of a situation.
create table sec.notice (
  id uuid constraint notice_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint notice_user references sec.app_user,
  code text not null, object_id uuid, agency_id uuid constraint notice_agency references sec.agency,
  created_at timestamptz not null default sec.domain_now(), seen_at timestamptz
);
create index notice_by_user on sec.notice (user_id, created_at);

create table sec.settings_change (
  id uuid constraint settings_change_pkey primary key default gen_random_uuid(),
  table_id uuid not null constraint settings_change_table references sec.situation_table,
  who_hears_t3 text constraint settings_change_hears check (who_hears_t3 in ('everyoneSeated', 'agenciesAsked', 'nobody')),
  risk_rule text constraint settings_change_risk_rule check (risk_rule in ('vote', 'agreement')),
  retention_months int constraint settings_change_retention check (retention_months between 12 and 240),
  proposed_by uuid not null constraint settings_change_proposer references sec.app_user,
  proposed_at timestamptz not null default sec.domain_now(),
  administrator_id uuid constraint settings_change_administrator references sec.app_user,
  second_id uuid constraint settings_change_second references sec.app_user,
  decision text constraint settings_change_decision check (decision in ('applied', 'withdrawn')),
  decided_at timestamptz,
  constraint settings_change_some check (num_nonnulls(who_hears_t3, risk_rule, retention_months) > 0),
  constraint settings_change_two_persons check (second_id is null or (second_id <> administrator_id and second_id <> proposed_by) or (second_id = proposed_by and second_id <> administrator_id)),
  constraint settings_change_applied check (decision is distinct from 'applied' or (administrator_id is not null and second_id is not null and administrator_id <> second_id))
);
create unique index settings_change_one_open on sec.settings_change (table_id) where decision is null;

do $$ declare t text; begin
  foreach t in array array['notice', 'settings_change'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;
create policy notice_own on sec.notice for select to rep, coordinator, auditor, administrator, privacy
  using ((select (sec.ctx()).persona) = current_user and notice.user_id = (select (sec.ctx()).user_id));
create policy settings_change_wall on sec.settings_change as restrictive for all to rep, coordinator
  using (settings_change.table_id = (select (sec.ctx()).table_id));
create policy settings_change_seated on sec.settings_change for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy settings_change_all on sec.settings_change for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
create policy settings_change_of_agency on sec.settings_change for select to privacy
  using ((select (sec.ctx()).persona) = current_user and exists (select 1 from sec.table_agency
    where table_agency.table_id = settings_change.table_id and table_agency.agency_id = (select (sec.ctx()).agency_id) and table_agency.left_at is null));
grant select on sec.notice to rep, coordinator, auditor, administrator, privacy;
grant select on sec.settings_change to rep, coordinator, administrator, privacy;

-- Administration has its own chain, which no seat of a table follows: what its seats read is told in the table's chain too.
create function sec.tell_table(p_table uuid, p_fields text[]) returns void language sql volatile security definer set search_path = pg_catalog as $$
  select audit.record('table.changed', 'table', p_table, p_fields, 'allow', p_table => p_table) $$;

-- ---------------------------------------------------------------- agencies
create function sec.check_sector(p_sector text) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if p_sector is not null and not codebook.chosen_ok('sector', p_sector, null, sec.today(null)) then raise exception 'agency.sectorUnknown'; end if;
end $$;

create function sec.create_agency(p_name text, p_sector text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); made uuid;
begin
  perform sec.check_sector(p_sector);
  insert into sec.agency (name, sector) values (p_name, p_sector) returning agency.id into made;
  perform audit.record('agency.create', 'agency', made, array['name', 'sector'], 'allow');
  return made;
exception when unique_violation then raise exception 'agency.create.nameTaken';
end $$;

create function sec.change_agency(p_agency uuid, p_version int, p_name text, p_sector text) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); a sec.agency;
begin
  select agency.* into a from sec.agency where agency.id = p_agency for update;
  perform sec.check_version(found, a.version, p_version);
  if a.ended_at is not null then raise exception 'agency.change.ended'; end if;
  perform sec.check_sector(p_sector);
  update sec.agency set name = coalesce(p_name, agency.name), sector = coalesce(p_sector, agency.sector), version = agency.version + 1 where agency.id = p_agency;
  perform audit.record('agency.change', 'agency', p_agency, array_remove(array[case when p_name is not null then 'name' end, case when p_sector is not null then 'sector' end], null), 'allow');
  perform sec.tell_table(table_agency.table_id, array['agencies']) from sec.table_agency
    where table_agency.agency_id = p_agency order by table_agency.table_id;
  return p_version + 1;
exception when unique_violation then raise exception 'agency.change.nameTaken';
end $$;

-- Its places, seats and disclosures end with it, in this transaction, by the triggers.
create function sec.end_agency(p_agency uuid, p_version int) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); a sec.agency;
begin
  perform sec.lock_roles(array(select ta.table_id from sec.table_agency ta where ta.agency_id = p_agency
    union select s.table_id from sec.seat s where s.employer_agency_id = p_agency and s.table_id is not null));
  select agency.* into a from sec.agency where agency.id = p_agency for update;
  perform sec.check_version(found, a.version, p_version);
  if a.ended_at is not null then raise exception 'agency.end.ended'; end if;
  perform sec.tell_table(table_agency.table_id, array['agencies']) from sec.table_agency
    where table_agency.agency_id = p_agency and table_agency.left_at is null order by table_agency.table_id;
  update sec.agency set ended_at = sec.domain_now(), version = agency.version + 1 where agency.id = p_agency;
  perform audit.record('agency.end', 'agency', p_agency, '{}', 'allow');
  return p_version + 1;
end $$;

-- ---------------------------------------------------------------- tables
-- p_rule: meetingWeekday, or meetingDays; meetingEveryWeeks, meetingAnchorOn, meetingTime
create function sec.rule_of(p_table uuid, p_rule jsonb, p_from date) returns boolean language sql volatile security definer
set search_path = pg_catalog as $$
  select sec.write_rule(p_table, case when p_rule -> 'meetingDays' is not null
      then array(select d::int from jsonb_array_elements_text(p_rule -> 'meetingDays') d)
      else nullif(array[(p_rule ->> 'meetingWeekday')::int], array[null::int]) end,
    (p_rule ->> 'meetingEveryWeeks')::int, (p_rule ->> 'meetingAnchorOn')::date, (p_rule ->> 'meetingTime')::time, p_from) $$;

create function sec.create_table(p_name text, p_region text, p_time_zone text, p_rule jsonb) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); made uuid;
begin
  insert into sec.situation_table (name, region, time_zone, founding)
    values (p_name, p_region, p_time_zone, true) returning situation_table.id into made;
  perform sec.rule_of(made, p_rule, '2000-01-01');
  perform audit.record('table.create', 'table', made, '{}', 'allow');
  return made;
exception when unique_violation then raise exception 'table.create.nameTaken';
end $$;

-- What p does not name stays as it is. The three settings that need a second person are not here.
-- p: name, region, timeZone, correctionDays, and what sec.rule_of reads. A coordinator sets the rule, too (app.set_meeting_rule).
create function sec.change_table(p_table uuid, p_version int, p jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.change.ended'; end if;
  update sec.situation_table set name = coalesce(p ->> 'name', t.name), region = coalesce(p ->> 'region', t.region), time_zone = coalesce(p ->> 'timeZone', t.time_zone),
      correction_days = coalesce((p ->> 'correctionDays')::int, t.correction_days), version = t.version + 1
    where situation_table.id = p_table;
  perform audit.record('table.change', 'table', p_table, array(select f.name from jsonb_object_keys(jsonb_strip_nulls(p)) f (name)
    where f.name = any (array['name', 'region', 'timeZone', 'correctionDays', 'meetingWeekday', 'meetingDays', 'meetingEveryWeeks',
      'meetingAnchorOn', 'meetingTime'])), 'allow');
  perform sec.tell_table(p_table, array['settings']);
  -- At another zone the rule keeps its hour on the table's clock: its meetings are at other instants.
  if sec.rule_of(p_table, p, null) or coalesce(p ->> 'timeZone', t.time_zone) <> t.time_zone then
    perform sec.plan_changed(p_table);
  end if;
  return p_version + 1;
exception when unique_violation then raise exception 'table.change.nameTaken';
end $$;

create function sec.end_table(p_table uuid, p_version int) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.end.ended'; end if;
  update sec.situation_table set ended_at = sec.domain_now(), version = t.version + 1 where situation_table.id = p_table;
  perform audit.record('table.end', 'table', p_table, '{}', 'allow');
  return p_version + 1;
end $$;

-- The agencies at a table are part of what its version marks.
create function sec.open_table(p_table uuid, p_version int) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.change.ended'; end if;
  update sec.situation_table set version = t.version + 1 where situation_table.id = p_table;
end $$;

-- Whom the assignment panel suggests first for a group of risk factors; null takes the table's own rule back. It opens nothing to anybody.
create function sec.suggest_sectors(p_table uuid, p_version int, p_group text, p_sectors text[]) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); today date := sec.today(p_table);
begin
  perform sec.open_table(p_table, p_version);
  if not codebook.chosen_ok('riskCategory', p_group, p_table, today)
    or exists (select 1 from unnest(p_sectors) x (code) where not codebook.chosen_ok('sector', x.code, p_table, today)) then
    raise exception 'table.suggestions.unknown';
  end if;
  update sec.situation_table set suggestions = case when p_sectors is null then situation_table.suggestions - p_group
      else situation_table.suggestions || jsonb_build_object(p_group, to_jsonb(p_sectors)) end
    where situation_table.id = p_table;
  perform audit.record('table.suggest', 'table', p_table, '{}', 'allow', null, jsonb_build_object('group', p_group, 'sectors', p_sectors));
  perform sec.tell_table(p_table, array['suggestions']);
  return p_version + 1;
end $$;

create function sec.remove_agency(p_table uuid, p_version int, p_agency uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true);
begin
  perform sec.open_table(p_table, p_version);
  update sec.table_agency set left_at = sec.domain_now() where table_agency.table_id = p_table and table_agency.agency_id = p_agency and table_agency.left_at is null;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('table.remove', 'agency', p_agency, '{}', 'allow', p_table => p_table);
  perform sec.tell_tables(array[p_table], 'left', p_agency, null, null, c.user_id);
  return p_version + 1;
end $$;

-- ---------------------------------------------------------------- settings for two persons
create function sec.apply_settings(p_change uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.settings_change;
begin
  update sec.settings_change set decision = 'applied', decided_at = sec.domain_now()
    where settings_change.id = p_change and settings_change.administrator_id is not null and settings_change.second_id is not null returning settings_change.* into s;
  if not found then return 'waiting'; end if;
  update sec.situation_table set who_hears_t3 = coalesce(s.who_hears_t3, situation_table.who_hears_t3), risk_rule = coalesce(s.risk_rule, situation_table.risk_rule),
      retention_months = coalesce(s.retention_months, situation_table.retention_months), version = situation_table.version + 1
    where situation_table.id = s.table_id;
  perform audit.record('table.applySettings', 'table', s.table_id, array_remove(array[case when s.who_hears_t3 is not null then 'whoHearsT3' end,
    case when s.risk_rule is not null then 'riskRule' end, case when s.retention_months is not null then 'retentionMonths' end], null), 'allow', p_table => s.table_id);
  return 'applied';
end $$;

-- A coordinator proposes only; a privacy officer's proposal is the second person's word already, an administrator's the first's.
create function sec.propose_settings(p_table uuid, p_who_hears_t3 text, p_risk_rule text, p_retention_months int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], false); made uuid;
begin
  perform 1 from sec.situation_table where situation_table.id = p_table and situation_table.ended_at is null
    and (c.persona = 'administrator' or situation_table.id = c.table_id or (c.persona = 'privacy' and exists (select 1 from sec.table_agency
      where table_agency.table_id = p_table and table_agency.agency_id = c.agency_id and table_agency.left_at is null)));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  insert into sec.settings_change (table_id, who_hears_t3, risk_rule, retention_months, proposed_by, administrator_id, second_id)
    values (p_table, p_who_hears_t3, p_risk_rule, p_retention_months, c.user_id,
      case when c.persona = 'administrator' then c.user_id end, case when c.persona = 'privacy' then c.user_id end) returning settings_change.id into made;
  perform audit.record('table.proposeSettings', 'settingsChange', made, '{}', 'allow', p_table => p_table);
  return made;
exception when unique_violation then raise exception 'table.proposeSettings.oneOpen';
end $$;

create function sec.open_settings_change(p_change uuid, c sec.ctx_t) returns sec.settings_change language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.settings_change;
begin
  select settings_change.* into s from sec.settings_change where settings_change.id = p_change
    and (c.persona = 'administrator' or settings_change.table_id = c.table_id or (c.persona = 'privacy' and exists (select 1 from sec.table_agency
      where table_agency.table_id = settings_change.table_id and table_agency.agency_id = c.agency_id and table_agency.left_at is null))) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if s.decision is not null then raise exception 'table.approveSettings.decided'; end if;
  return s;
end $$;

create function sec.approve_settings(p_change uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'privacy'], true); s sec.settings_change := sec.open_settings_change(p_change, c);
begin
  if c.user_id in (s.administrator_id, s.second_id, s.proposed_by) then raise exception 'table.approveSettings.samePerson'; end if;
  -- The two words are of independent origin; who merely proposed is neither of them.
  perform sec.require_independent(c, s.administrator_id, s.second_id);
  if c.persona = 'administrator' and s.administrator_id is null then
    update sec.settings_change set administrator_id = c.user_id where settings_change.id = p_change;
  elsif s.second_id is null then
    update sec.settings_change set second_id = c.user_id where settings_change.id = p_change;
  else raise exception 'table.approveSettings.administratorWanted'; end if;
  perform audit.record('table.approveSettings', 'settingsChange', p_change, '{}', 'allow', p_table => s.table_id);
  return sec.apply_settings(p_change);
end $$;

create function sec.withdraw_settings(p_change uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], false); s sec.settings_change := sec.open_settings_change(p_change, c);
begin
  if c.persona <> 'administrator' and s.proposed_by <> c.user_id then raise exception 'table.withdrawSettings.notYours'; end if;
  update sec.settings_change set decision = 'withdrawn', decided_at = sec.domain_now() where settings_change.id = p_change;
  perform audit.record('table.withdrawSettings', 'settingsChange', p_change, '{}', 'allow', p_table => s.table_id);
end $$;

create function sec.see_notice(p_notice uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator', 'auditor', 'administrator', 'privacy'], false);
begin
  update sec.notice set seen_at = coalesce(notice.seen_at, sec.domain_now()) where notice.id = p_notice and notice.user_id = c.user_id;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
end $$;

grant execute on function sec.create_agency(text, text), sec.change_agency(uuid, int, text, text), sec.end_agency(uuid, int),
  sec.create_table(text, text, text, jsonb), sec.change_table(uuid, int, jsonb), sec.end_table(uuid, int),
  sec.remove_agency(uuid, int, uuid), sec.suggest_sectors(uuid, int, text, text[]) to administrator;
grant execute on function sec.propose_settings(uuid, text, text, int), sec.withdraw_settings(uuid) to administrator, coordinator, privacy;
grant execute on function sec.approve_settings(uuid) to administrator, privacy;
grant execute on function sec.see_notice(uuid) to rep, coordinator, auditor, administrator, privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
