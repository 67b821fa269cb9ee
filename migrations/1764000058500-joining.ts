import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an agency joins a table (matrix row 107). At a table that is being founded it is placed at once, and
 * the whole list is confirmed before the first situation; from then on a coordinator and an officer of an
 * agency that sits there already say yes, neither of them made by the administrator who asks.
 */
export class Joining1764000058500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(joining);
    await runner.query(founding);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const tables = `
create table sec.joining (
  table_id uuid not null constraint joining_table references sec.situation_table,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null constraint joining_agency references sec.agency,
  has_account boolean not null,
  asked_by uuid not null constraint joining_asker references sec.app_user,
  asked_at timestamptz not null default sec.domain_now(),
  coordinator_id uuid constraint joining_coordinator references sec.app_user,
  officer_id uuid constraint joining_officer references sec.app_user,
  officer_agency_id uuid constraint joining_officer_agency references sec.agency,
  decision text constraint joining_decision check (decision in ('joined', 'refused', 'withdrawn')),
  decided_at timestamptz,
  constraint joining_pkey primary key (table_id, id),
  constraint joining_decided check ((decision is null) = (decided_at is null)),
  constraint joining_three check (asked_by <> all (array_remove(array[coordinator_id, officer_id], null))
    and coordinator_id <> officer_id),
  constraint joining_joined check (decision is distinct from 'joined' or (coordinator_id is not null
    and officer_id is not null)),
  constraint joining_not_by_itself check (officer_agency_id <> agency_id)
);
create unique index joining_one_open on sec.joining (table_id, agency_id) where decision is null;
create index joining_open on sec.joining (asked_at) where decision is null;

create table sec.founding_word (
  table_id uuid not null constraint founding_word_table references sec.situation_table,
  user_id uuid not null constraint founding_word_user references sec.app_user,
  seat_id uuid not null constraint founding_word_seat references sec.seat,
  persona text not null constraint founding_word_persona check (persona in ('coordinator', 'privacy')),
  agency_id uuid constraint founding_word_agency references sec.agency,
  list_hash text not null, confirmed_at timestamptz not null default sec.domain_now(),
  constraint founding_word_pkey primary key (table_id, seat_id)
);
do $$ declare t text; begin
  foreach t in array array['joining', 'founding_word'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;
create policy joining_wall on sec.joining as restrictive for all to rep, coordinator
  using (joining.table_id = (select (sec.ctx()).table_id));
create policy joining_seated on sec.joining for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy joining_all on sec.joining for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
create policy joining_of_agency on sec.joining for select to privacy
  using ((select (sec.ctx()).persona) = current_user and sec.sits_at((select (sec.ctx()).agency_id),
    joining.table_id));
grant select on sec.joining to rep, coordinator, administrator, privacy;
grant execute on function sec.sits_at(uuid, uuid) to privacy;
`;

const joining = `
create function sec.seat_agency(p_table uuid, p_agency uuid, p_has_account boolean) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.table_agency as kept (table_id, agency_id, has_account) values (p_table, p_agency,
    p_has_account)
    on conflict (table_id, agency_id) do update set has_account = excluded.has_account, left_at = null,
      joined_on = case when kept.left_at is null then kept.joined_on else excluded.joined_on end $$;

-- Places at once only while the table is being founded, or where nothing more is opened: an account that is
-- taken away.
create function sec.place_agency(p_table uuid, p_version int, p_agency uuid, p_has_account boolean)
  returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); here sec.table_agency;
begin
  perform sec.open_table(p_table, p_version);
  perform 1 from sec.agency where agency.id = p_agency and agency.ended_at is null for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if not p_has_account and exists (select 1 from sec.seat where seat.table_id = p_table
    and seat.agency_id = p_agency
      and seat.ends_at > sec.domain_now()) then
    raise exception 'table.place.seatsLive';
  end if;
  select ta.* into here from sec.table_agency ta where ta.table_id = p_table and ta.agency_id = p_agency
    and ta.left_at is null;
  if sec.is_founded(p_table) and (here.table_id is null or (p_has_account and not here.has_account)) then
    insert into sec.joining (table_id, agency_id, has_account, asked_by) values (p_table, p_agency,
      p_has_account, c.user_id);
    perform sec.tell_tables(array[p_table], 'joiningAsked', p_agency, null, null, c.user_id);
    perform audit.record('table.askJoining', 'agency', p_agency, '{}', 'allow', p_table => p_table);
    return p_version + 1;
  end if;
  perform sec.seat_agency(p_table, p_agency, p_has_account);
  perform sec.tell_tables(array[p_table], 'joined', p_agency, null, null, c.user_id);
  perform audit.record('table.place', 'agency', p_agency, '{}', 'allow', p_table => p_table);
  return p_version + 1;
exception when unique_violation then raise exception 'table.place.waitsAlready';
end $$;

-- The request as this viewer may answer it, locked: the coordinator's own table's, an officer's where the
-- agency sits, an administrator's all.
create function sec.open_joining(p_joining uuid, c sec.ctx_t) returns sec.joining
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare j sec.joining;
begin
  select joining.* into j from sec.joining where joining.id = p_joining and case c.persona
    when 'administrator' then true when 'coordinator' then joining.table_id = c.table_id
    else sec.sits_at(c.agency_id, joining.table_id) and joining.agency_id <> c.agency_id end for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if j.decision is not null then raise exception 'joining.decided'; end if;
  return j;
end $$;

-- Three persons of independent origin: who asks, a coordinator, an officer. The second yes places the agency,
-- in this transaction.
create function sec.say_yes(p_joining uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'],
  true); j sec.joining := sec.open_joining(p_joining, c);
begin
  if c.user_id in (j.asked_by, j.coordinator_id, j.officer_id)
    then raise exception 'joining.samePerson'; end if;
  if (case c.persona when 'coordinator' then j.coordinator_id else j.officer_id end) is not null
    then raise exception 'joining.otherWanted'; end if;
  perform sec.require_independent(c, j.asked_by, j.coordinator_id, j.officer_id);
  update sec.joining set coordinator_id = case c.persona when 'coordinator' then c.user_id
    else joining.coordinator_id end,
      officer_id = case c.persona when 'privacy' then c.user_id else joining.officer_id end,
      officer_agency_id = case c.persona when 'privacy' then c.agency_id else joining.officer_agency_id end
    where joining.table_id = j.table_id and joining.id = j.id returning joining.* into j;
  perform audit.record('joining.sayYes', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
  if num_nonnulls(j.coordinator_id, j.officer_id) < 2 then return 'waiting'; end if;
  perform 1 from sec.situation_table where situation_table.id = j.table_id and situation_table.ended_at
    is null for update;
  if not found or not exists (select from sec.agency where agency.id = j.agency_id and agency.ended_at
    is null) then raise exception 'joining.decided'; end if;
  perform sec.seat_agency(j.table_id, j.agency_id, j.has_account);
  update sec.situation_table set version = situation_table.version + 1 where situation_table.id = j.table_id;
  update sec.joining set decision = 'joined', decided_at = sec.domain_now()
    where joining.table_id = j.table_id and joining.id = j.id;
  perform sec.tell_tables(array[j.table_id], 'joined', j.agency_id, null, null, c.user_id);
  perform audit.record('table.place', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
  return 'joined';
end $$;

create function sec.refuse_joining(p_joining uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy', 'administrator'],
  true); j sec.joining := sec.open_joining(p_joining, c);
begin
  update sec.joining set decision = case c.persona when 'administrator' then 'withdrawn'
    else 'refused' end, decided_at = sec.domain_now()
    where joining.table_id = j.table_id and joining.id = j.id;
  perform sec.tell(array[j.asked_by], 'joining.refused', j.id, j.agency_id);
  perform audit.record('joining.refuse', 'agency', j.agency_id, '{}', 'allow', p_table => j.table_id);
end $$;
grant execute on function sec.place_agency(uuid, int, uuid, boolean) to administrator;
grant execute on function sec.say_yes(uuid) to coordinator, privacy;
grant execute on function sec.refuse_joining(uuid) to coordinator, privacy, administrator;
`;

const founding = `
-- Who will hear at this table: its agencies, their people and officers, its coordinators. Seats that begin
-- later are on it too.
create function sec.founding_list(p_table uuid) returns jsonb
language sql volatile security definer set search_path = pg_catalog as $$
  with person as (
    select s.agency_id, s.persona, s.id, s.user_id, u.display_name, s.starts_at > sec.domain_now() as later
      from sec.seat s
      join sec.app_user u on u.id = s.user_id
      where s.ends_at > sec.domain_now() and (s.table_id = p_table or (s.persona = 'privacy'
        and sec.sits_at(s.agency_id, p_table))))
  select jsonb_build_object(
    'coordinators', coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName',
      p.display_name, 'persona', p.persona)
      order by p.id) from person p where p.persona = 'coordinator'), '[]'),
    'agencies', coalesce((select jsonb_agg(jsonb_build_object('agencyId', a.id, 'name', a.name, 'hasAccount',
      ta.has_account, 'people',
        coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName', p.display_name,
          'persona', p.persona) order by p.id)
          from person p where p.agency_id = a.id), '[]')) order by a.id)
      from sec.table_agency ta join sec.agency a on a.id = ta.agency_id where ta.table_id = p_table
        and ta.left_at is null), '[]')) $$;
create function sec.list_hash(p_list jsonb) returns text
language sql immutable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(p_list::text, 'UTF8')), 'hex') $$;

-- Officers who confirmed this list and still answer for an agency of the table.
create function sec.founding_officers(p_table uuid, p_hash text) returns table (user_id uuid, agency_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select distinct w.user_id, w.agency_id from sec.founding_word w join sec.seat s on s.id = w.seat_id
    and s.ends_at > sec.domain_now()
      join sec.app_user u on u.id = w.user_id and u.status = 'active'
    where w.table_id = p_table and w.list_hash = p_hash and w.persona = 'privacy'
      and sec.sits_at(w.agency_id, p_table) $$;
create function sec.founding_coordinated(p_table uuid, p_hash text) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.founding_word w join sec.live_seat l on l.user_id = w.user_id
    and l.table_id = p_table and l.persona = 'coordinator'
    where w.table_id = p_table and w.list_hash = p_hash and w.persona = 'coordinator') $$;
create function sec.founding_paired(p_table uuid, p_hash text) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.founding_officers(p_table, p_hash) x join sec.founding_officers(p_table,
    p_hash) y on x.agency_id < y.agency_id
    where sec.independent(x.user_id, y.user_id)) $$;

-- A table that this viewer may look at, as it is being founded.
create function sec.founding(p_table uuid) returns table (is_founding boolean, list jsonb, list_hash text,
  coordinator_confirmed boolean, officers_confirmed int,
  independent_pair boolean, confirmed_by_me boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator', 'privacy', 'administrator'],
  false); t sec.situation_table; l jsonb; h text;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table
    and situation_table.ended_at is null
    and (c.persona = 'administrator' or situation_table.id = c.table_id or (c.persona = 'privacy'
      and sec.sits_at(c.agency_id, p_table)));
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  l := case when t.founding then sec.founding_list(p_table) else coalesce(t.founded_list,
    sec.founding_list(p_table)) end;
  h := sec.list_hash(l);
  return query select t.founding, l, h, sec.founding_coordinated(p_table, h),
    (select count(distinct o.agency_id)::int from sec.founding_officers(p_table, h) o),
    sec.founding_paired(p_table, h), exists (select from sec.founding_word w where w.table_id = p_table
      and w.seat_id = c.seat_id and w.list_hash = h);
end $$;

-- The word stands for just the list that was read: any agency or seat that comes after makes another list.
create function sec.confirm_founding(p_table uuid, p_hash text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], true);
begin
  perform 1 from sec.situation_table t where t.id = p_table and t.ended_at is null
    and (t.id = c.table_id or (c.persona = 'privacy' and sec.sits_at(c.agency_id, p_table))) for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if sec.is_founded(p_table) then raise exception 'table.founding.over'; end if;
  if p_hash <> sec.list_hash(sec.founding_list(p_table))
    then raise exception 'table.founding.listChanged'; end if;
  insert into sec.founding_word (table_id, user_id, seat_id, persona, agency_id, list_hash)
    values (p_table, c.user_id, c.seat_id, c.persona, c.agency_id, p_hash)
    on conflict (table_id, seat_id) do update set list_hash = excluded.list_hash,
      confirmed_at = excluded.confirmed_at;
  perform sec.tell_tables(array[p_table], 'listConfirmed', c.agency_id, c.persona, null, c.user_id);
  perform audit.record('table.confirmList', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

-- Before the first situation: the list is confirmed by a coordinator and by officers of two agencies of
-- independent origin, or there is none.
create function sec.found_table(p_table uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare l jsonb; h text;
begin
  if not exists (select from sec.situation_table t where t.id = p_table and t.founding) then return; end if;
  perform 1 from sec.situation_table t where t.id = p_table and t.founding for update;
  if not found then return; end if;
  l := sec.founding_list(p_table); h := sec.list_hash(l);
  if not sec.founding_coordinated(p_table, h) or not sec.founding_paired(p_table, h) then
    raise exception 'table.founding.unconfirmed' using errcode = 'P0001';
  end if;
  update sec.situation_table set founding = false, founded_at = sec.domain_now(), founded_list = l,
    version = situation_table.version + 1
    where situation_table.id = p_table;
  perform audit.record('table.found', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;
grant execute on function sec.founding(uuid) to rep, coordinator, privacy, administrator;
grant execute on function sec.confirm_founding(uuid, text) to coordinator, privacy;
`;
