import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which acts count: those since a moment. Over all time being enabled again does not, since it makes nobody.
 * */
const counts = (act: string): string =>
  `${act}.at > p_since and (${act}.act <> 'enabled' or p_since > '-infinity')
      and (p_seat is null or ${act}.subject_id <> p_user or ${act}.seat_id is null
        or ${act}.seat_id = p_seat)`;

/**
 * Where accounts and seats come from, and the one rule by which a second person is a second person. An
 * administrator can make accounts and offer seats; an account that one person alone has made is therefore not
 * another person beside its maker, nor beside a twin of it.
 */
export class Origin1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
alter table sec.origin_act enable row level security; alter table sec.origin_act force row level security;
create policy origin_act_owner on sec.origin_act to owner using (true) with check (true);

create function sec.note_origin(p_subject uuid, p_seat uuid, p_act text, variadic p_by uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into sec.origin_act (subject_id, seat_id, by_id, act)
    select distinct p_subject, p_seat, b, p_act from unnest(p_by) b where b is not null and b <> p_subject $$;

-- Everybody who alone can be behind this user: without any one of them, no way leads back to somebody whom
-- nobody made. The user too. A ring of people who made each other leads back to nobody, so that each of them
-- stands behind all.
create function sec.stand_behind(p_user uuid, p_seat uuid, p_since timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with recursive up (id) as (
    select p_user
    union select o.by_id from up join sec.origin_act o on o.subject_id = up.id where ${counts('o')})
  select c.id from up c where c.id = p_user or not exists (
    with recursive past (id) as (
      select p_user
      union select o.by_id from past join sec.origin_act o on o.subject_id = past.id where o.by_id <> c.id
        and ${counts('o')})
    select from past where not exists (select from sec.origin_act o where o.subject_id = past.id
      and ${counts('o')})) $$;

-- The rule (settled: independent origin). Two people are independent if within seven days neither made,
-- offered, approved, confirmed or reset the other's account or acting seat, and no third person alone did so
-- for both. The seat is the one that the second acts through.
create function sec.independent(p_first uuid, p_second uuid, p_seat uuid default null) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select p_first is null or (p_first <> p_second
    and not exists (select from sec.origin_act o where o.at > sec.domain_now() - interval '7 days'
      and (o.subject_id = p_first and o.by_id = p_second
        or o.subject_id = p_second and o.by_id = p_first and (p_seat is null or o.seat_id is null
          or o.seat_id = p_seat)))
    and not exists (select sec.stand_behind(p_first, null, sec.domain_now() - interval '7 days')
      intersect select sec.stand_behind(p_second, p_seat, sec.domain_now() - interval '7 days'))) $$;

-- Longer than seven days: whether one of two administrators, or a third one, ever was alone behind both.
-- Asked only where an administrator opens a way to a table at which situations are discussed, because a
-- patient one could make a second one first.
create function sec.ever_one(p_first uuid, p_second uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select sec.stand_behind(p_first, null,
    '-infinity') intersect select sec.stand_behind(p_second, null, '-infinity')) $$;

-- The one who acts is independent of everybody named, or is refused.
create function sec.require_independent(c sec.ctx_t, variadic p_others uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare other uuid;
begin
  foreach other in array p_others loop
    if not sec.independent(other, c.user_id, c.seat_id)
      then raise exception 'secondPerson.notIndependent' using errcode = 'P0001'; end if;
  end loop;
end $$;

-- ---------------------------------------------------------------- tables that somebody or something concerns
create function sec.is_founded(p_table uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.situation_table t where t.id = p_table and t.ended_at is null
    and not t.founding) $$;

create function sec.tables_of_agency(p_agency uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select t.id from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id and t.ended_at is null
    where ta.agency_id = p_agency and ta.left_at is null $$;

-- Where somebody has a seat, or will have one, or answers for an agency that sits there.
create function sec.tables_of_user(p_user uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog as $$
  select t.id from sec.seat s join sec.situation_table t on t.id = s.table_id and t.ended_at is null
    where s.user_id = p_user and s.ends_at > sec.domain_now()
  union select sec.tables_of_agency(s.agency_id) from sec.seat s
    where s.user_id = p_user and s.persona = 'privacy' and s.ends_at > sec.domain_now() $$;

create function sec.sits_at(p_agency uuid, p_table uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.table_agency ta where ta.table_id = p_table and ta.agency_id = p_agency
    and ta.left_at is null) $$;

-- ---------------------------------------------------------------- what administration did at a table
-- Told to the coordinators and privacy officers of the table; names people who work there, never anything of
-- a situation.
create table sec.table_act (
  table_id uuid not null constraint table_act_table references sec.situation_table,
  id uuid not null default gen_random_uuid(), at timestamptz not null default sec.domain_now(),
  what text not null constraint table_act_what check (what in ('joiningAsked', 'joined', 'left',
    'seatOffered', 'seated', 'seatEnded', 'enabled', 'disabled',
    'resetStarted', 'reset', 'administratorOffered', 'administratorSeated', 'listConfirmed')),
  agency_id uuid constraint table_act_agency references sec.agency, persona text,
  subject_id uuid constraint table_act_subject references sec.app_user, by_id uuid
    constraint table_act_by references sec.app_user,
  constraint table_act_pkey primary key (table_id, id)
);
create index table_act_by_time on sec.table_act (table_id, at);
alter table sec.table_act enable row level security; alter table sec.table_act force row level security;
create policy table_act_owner on sec.table_act to owner using (true) with check (true);

-- Writes it down for each table, and tells each receiver once an hour that there is something new to read.
create function sec.tell_tables(p_tables uuid[], p_what text, p_agency uuid, p_persona text, p_subject uuid,
  p_by uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare hour text := to_char(sec.domain_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24');
begin
  insert into sec.table_act (table_id, what, agency_id, persona, subject_id, by_id)
    select t, p_what, p_agency, p_persona, p_subject, p_by from unnest(p_tables) t;
  insert into sec.notice (user_id, code, object_id, agency_id, table_id, occasion)
    select x.user_id, 'table.acts', coalesce(x.agency_id, x.table_id), x.agency_id, x.table_id, hour from (
      select distinct l.user_id, null::uuid as agency_id, l.table_id from sec.live_seat l
        where l.table_id = any (p_tables) and l.persona = 'coordinator'
      union select l.user_id, l.agency_id, null from sec.live_officer l join sec.table_agency ta
        on ta.agency_id = l.agency_id and ta.left_at is null
        where ta.table_id = any (p_tables)) x
    where x.user_id is distinct from p_by
    on conflict (user_id, code, object_id, occasion) where occasion is not null do update set seen_at = null;
end $$;

-- Newest first, after a place in time: all tables for an administrator, one for a coordinator, those of the
-- agency for its officer.
create function sec.table_acts(p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, table_id uuid, table_name text, at timestamptz, what text,
  agency_name text, persona text, subject_name text, by_name text)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null or c.persona not in ('administrator', 'coordinator', 'privacy')
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  return query select x.id, x.table_id, t.name, x.at, x.what, a.name, x.persona, u.display_name,
    b.display_name
    from sec.table_act x join sec.situation_table t on t.id = x.table_id left join sec.agency a
      on a.id = x.agency_id
      left join sec.app_user u on u.id = x.subject_id left join sec.app_user b on b.id = x.by_id
    where case c.persona when 'administrator' then true when 'coordinator' then x.table_id = c.table_id
      else sec.sits_at(c.agency_id, x.table_id) end
      and (p_before is null or (x.at, x.id) < (p_before, p_before_id))
    order by x.at desc, x.id desc limit p_limit;
end $$;
grant execute on function sec.table_acts(timestamptz, uuid, int) to administrator, coordinator, privacy;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
