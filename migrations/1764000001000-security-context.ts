import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies, tables, users, seats and sessions, and the viewer's context, signed by a key that no login can read (docs/data-model.md).
 * Whoever can run SQL on the pool still sees nothing without a live session and one of its user's own live seats.
 */
export class SecurityContext1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter default privileges revoke execute on functions from public;
create schema if not exists sec; create schema if not exists app; create schema if not exists audit;
create schema if not exists codebook; create schema if not exists stats;
revoke all on schema sec, app, audit, codebook, stats from public;
grant usage on schema sec to app, authn, job, rep, coordinator, auditor, administrator, privacy, projector;

-- ---------------------------------------------------------------- clock
-- One row only in a demo database, written by the owner while seeding; without it the offset is zero and nobody can set one.
create table sec.demo_clock (
  id int constraint demo_clock_pkey primary key default 1 constraint demo_clock_single check (id = 1),
  ahead interval not null,
  filling boolean not null default false,
  demo boolean not null default false
);
comment on column sec.demo_clock.demo is
  'its people and their passwords are known to everybody: served only by the word demo, and on loopback';
comment on column sec.demo_clock.filling is 'a start that finds it true was cut off while the demo was filled, and begins anew';

-- Domain time. Sessions, TOTP, throttles, key epochs and the audit keep the wall clock.
create function sec.domain_now() returns timestamptz language sql volatile security definer set search_path = pg_catalog as $$
  select clock_timestamp() + coalesce((select demo_clock.ahead from sec.demo_clock where demo_clock.id = 1), interval '0') $$;

-- The rule for every count whose reader may not read what is counted: it is of a time that is over, it is 0 below 11, and it is
-- rounded down to a ten. So no single event can be told from it, neither by one look nor by looking again later.
create function sec.coarse(p_count bigint) returns bigint language sql immutable set search_path = pg_catalog as $$
  select case when p_count < 11 then 0 else p_count - p_count % 10 end $$;
-- Where the month began that runs now: what is of before is over.
create function sec.this_month() returns timestamptz language sql volatile security definer set search_path = pg_catalog as $$
  select date_trunc('month', sec.domain_now() at time zone 'UTC') at time zone 'UTC' $$;

create function sec.is_time_zone(name text) returns boolean language plpgsql immutable set search_path = pg_catalog as $$
begin
  -- A place, never an abbreviation or an offset: those keep no summer time.
  if name <> 'UTC' and (name !~ '^[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+)+$' or name like 'Etc/%') then return false; end if;
  perform timestamptz '2000-01-01 00:00:00+00' at time zone name; return true;
exception when invalid_parameter_value then return false; end $$;

-- What a person takes for the same name (nameKey in libs/domain/text): without case, width, ligatures, other spaces or anything unseen.
create function sec.name_key(p_name text) returns text language sql immutable set search_path = pg_catalog as $$
  select btrim(regexp_replace(normalize(translate(lower(upper(lower(regexp_replace(normalize(p_name, NFKC),
    '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8]',
    '', 'g') collate pg_unicode_fast) collate pg_unicode_fast) collate pg_unicode_fast), 'ς', 'σ'), NFKC),
    '[\\s\\u0085\\u1680\\u2028\\u2029\\u2800]+', ' ', 'g')) $$;

-- ---------------------------------------------------------------- who there is
create table sec.agency (
  id uuid constraint agency_pkey primary key default gen_random_uuid(),
  name text not null constraint agency_name check (length(name) between 2 and 120),
  sector text not null constraint agency_sector check (length(sector) between 2 and 60),
  version int not null default 1,
  created_at timestamptz not null default sec.domain_now(),
  ended_at timestamptz,
  constraint agency_name_line check (name !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s')
);
-- Two agencies whose names look alike are one agency twice, and people would choose the wrong one.
create unique index agency_name_unique on sec.agency (sec.name_key(name));

create table sec.situation_table (
  id uuid constraint situation_table_pkey primary key default gen_random_uuid(),
  name text not null constraint situation_table_name check (length(name) between 2 and 120),
  region text not null constraint situation_table_region check (length(region) between 2 and 120),
  time_zone text not null default 'America/Toronto' constraint situation_table_time_zone check (sec.is_time_zone(time_zone)),
  who_hears_t3 text not null default 'everyoneSeated' constraint situation_table_hears check (who_hears_t3 in ('everyoneSeated', 'agenciesAsked', 'nobody')),
  risk_rule text not null default 'agreement' constraint situation_table_risk_rule check (risk_rule in ('vote', 'agreement')),
  retention_months int not null default 12 constraint situation_table_retention check (retention_months between 12 and 240),
  correction_days int not null default 30 constraint situation_table_correction check (correction_days between 1 and 90),
  suggestions jsonb not null default '{}' constraint situation_table_suggestions check (jsonb_typeof(suggestions) = 'object'),
  version int not null default 1,
  created_at timestamptz not null default sec.domain_now(),
  founding boolean not null default false,
  founded_at timestamptz, founded_list jsonb,
  ended_at timestamptz,
  constraint situation_table_lines check (name !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s' and region !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s')
);
create unique index situation_table_name_unique on sec.situation_table (sec.name_key(name));
comment on column sec.situation_table.founding is
  'until its first situation: it has no word about anybody, so that agencies and seats need no inside yes';
comment on column sec.situation_table.founded_list
  is 'agencies and seats as they were confirmed before the first situation';
comment on column sec.situation_table.suggestions is 'sectors by group of risk factors, where the table suggests other ones than the product does';

create table sec.table_agency (
  table_id uuid not null constraint table_agency_table references sec.situation_table,
  agency_id uuid not null constraint table_agency_agency references sec.agency,
  has_account boolean not null default true,
  joined_on date not null,
  left_at timestamptz,
  constraint table_agency_pkey primary key (table_id, agency_id)
);
create index table_agency_by_agency on sec.table_agency (agency_id, table_id);

-- Today, as the calendar of a table has it: neither the server's zone nor UTC says which day it is there. What belongs to no table (null)
-- takes the earliest day of any table, so that it denies nobody a day that is not over; UTC while there is no table.
create function sec.today(p_table uuid) returns date language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select (sec.domain_now() at time zone t.time_zone)::date from sec.situation_table t where t.id = p_table),
    (select min((sec.domain_now() at time zone z.time_zone)::date)
      from (select distinct t.time_zone from sec.situation_table t where t.ended_at is null) z),
    (sec.domain_now() at time zone 'UTC')::date) $$;

create function sec.join_today() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.joined_on := coalesce(new.joined_on, sec.today(new.table_id));
  return new;
end $$;
create trigger join_today before insert on sec.table_agency for each row execute function sec.join_today();

create table sec.app_user (
  id uuid constraint app_user_pkey primary key default gen_random_uuid(),
  sign_in_name text not null constraint app_user_sign_in_name check (sign_in_name = lower(sign_in_name) and sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  display_name text not null constraint app_user_display_name check (length(display_name) between 1 and 120 and display_name !~ '[[:cntrl:]\\u2028\\u2029]|^\\s|\\s$|\\s\\s'),
  language text not null default 'en' constraint app_user_language check (language in ('en', 'fr')),
  status text not null default 'active' constraint app_user_status check (status in ('invited', 'active', 'disabled')),
  made_by uuid constraint app_user_made_by references sec.app_user,
  version int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint app_user_sign_in_name_unique unique (sign_in_name)
);
comment on column sec.app_user.made_by is 'null: nobody of this installation, but a set-up code';

-- A row here is approved; an offer that waits for its approval is no seat. It acts from starts_at until ends_at, in domain time.
create table sec.seat (
  id uuid constraint seat_pkey primary key default gen_random_uuid(),
  user_id uuid not null constraint seat_user references sec.app_user,
  persona text not null constraint seat_persona check (persona in ('rep', 'coordinator', 'auditor', 'administrator', 'privacy')),
  table_id uuid constraint seat_table references sec.situation_table,
  agency_id uuid constraint seat_agency references sec.agency,
  employer_agency_id uuid constraint seat_employer references sec.agency,
  starts_at timestamptz not null default sec.domain_now(),
  ends_at timestamptz not null default sec.domain_now() + interval '2 years',
  ended_because text,
  offered_by uuid constraint seat_offered_by references sec.app_user,
  approved_by uuid constraint seat_approved_by references sec.app_user,
  version int not null default 1,
  constraint seat_at_a_table check ((persona in ('rep', 'coordinator')) = (table_id is not null)),
  constraint seat_for_an_agency check ((persona in ('rep', 'privacy')) = (agency_id is not null)),
  constraint seat_employer_of_coordinator check ((persona = 'coordinator') = (employer_agency_id is not null)),
  constraint seat_ends_after_start check (ends_at >= starts_at),
  constraint seat_agency_of_table foreign key (table_id, agency_id) references sec.table_agency (table_id, agency_id)
);
create index seat_by_user on sec.seat (user_id);
create index seat_by_table on sec.seat (table_id, persona, agency_id) where table_id is not null;
create index seat_by_agency on sec.seat (agency_id) where agency_id is not null;
create index seat_by_employer on sec.seat (employer_agency_id) where employer_agency_id is not null;

create table sec.session (
  token_hash bytea constraint session_pkey primary key constraint session_hash_length check (length(token_hash) = 32),
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

-- ---------------------------------------------------------------- duties that stay apart
-- The user's and then the agency's row is locked first, so that two seats written at once cannot both pass.
create function sec.keep_duties_apart() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare now_at timestamptz := sec.domain_now(); apart constant text[] := array['administrator', 'auditor'];
begin
  if new.ends_at <= now_at then return new; end if;
  perform 1 from sec.app_user where app_user.id = new.user_id for no key update;
  if exists (select 1 from sec.seat where seat.user_id = new.user_id and seat.id <> new.id and seat.ends_at > now_at
      and seat.starts_at < new.ends_at and new.starts_at < seat.ends_at
      and (seat.persona = any (apart)) <> (new.persona = any (apart))) then
    -- Never both: administrator or auditor, and a seat at a table or agency.
    raise exception 'seat.dutiesApart';
  end if;
  if exists (select 1 from sec.seat where seat.user_id = new.user_id and seat.id <> new.id and seat.ends_at > now_at
      and seat.persona = new.persona and seat.table_id is not distinct from new.table_id and seat.agency_id is not distinct from new.agency_id
      and seat.starts_at < new.ends_at and new.starts_at < seat.ends_at) then
    raise exception 'seat.heldAlready';
  end if;
  if new.agency_id is null then return new; end if;
  perform 1 from sec.agency where agency.id = new.agency_id for no key update;
  if new.persona = 'rep' and not exists (select 1 from sec.table_agency
      where table_agency.table_id = new.table_id and table_agency.agency_id = new.agency_id and table_agency.has_account and table_agency.left_at is null) then
    raise exception 'seat.agencyWithoutAccount';
  end if;
  -- One person may be both only while the agency has nobody else; the second person to come takes the officer's seat over.
  if new.persona = 'privacy' then
    update sec.seat set ends_at = greatest(new.starts_at, seat.starts_at), ended_because = 'handedOver', version = seat.version + 1
      where seat.agency_id = new.agency_id and seat.persona = 'privacy' and seat.user_id <> new.user_id and seat.ends_at > greatest(new.starts_at, seat.starts_at)
        and exists (select 1 from sec.seat r where r.user_id = seat.user_id and r.agency_id = seat.agency_id and r.persona = 'rep' and r.ends_at > now_at);
  end if;
  if (select count(distinct s.user_id) > 1 and bool_or(s.rep and s.officer) from (
        select p.user_id, bool_or(p.persona = 'rep') as rep, bool_or(p.persona = 'privacy') as officer from (
            select seat.user_id, seat.persona from sec.seat where seat.agency_id = new.agency_id and seat.id <> new.id
              and seat.ends_at > greatest(now_at, new.starts_at) and seat.starts_at < new.ends_at
            union all select new.user_id, new.persona) p
        group by p.user_id) s) then
    -- A privacy officer is not also a representative while the agency has two people.
    raise exception 'seat.officerApart';
  end if;
  return new;
end $$;
create trigger keep_duties_apart before insert or update of user_id, persona, table_id, agency_id, starts_at, ends_at on sec.seat
  for each row execute function sec.keep_duties_apart();

-- Ending flows down in the same transaction: agency or table, then its places at tables, then their seats.
-- Whoever keeps disclosures adds a trigger of its own on sec.table_agency (left_at).
create function sec.end_with_agency() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.table_agency set left_at = new.ended_at where table_agency.agency_id = new.id and table_agency.left_at is null;
  update sec.seat set starts_at = least(seat.starts_at, new.ended_at), ends_at = new.ended_at, ended_because = 'agencyEnded', version = seat.version + 1
    where (seat.agency_id = new.id or seat.employer_agency_id = new.id) and seat.ends_at > new.ended_at;
  return null;
end $$;
create trigger end_with_agency after update of ended_at on sec.agency
  for each row when (old.ended_at is null and new.ended_at is not null) execute function sec.end_with_agency();

create function sec.end_with_table() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.table_agency set left_at = new.ended_at where table_agency.table_id = new.id and table_agency.left_at is null;
  update sec.seat set starts_at = least(seat.starts_at, new.ended_at), ends_at = new.ended_at, ended_because = 'tableEnded', version = seat.version + 1
    where seat.table_id = new.id and seat.ends_at > new.ended_at;
  return null;
end $$;
create trigger end_with_table after update of ended_at on sec.situation_table
  for each row when (old.ended_at is null and new.ended_at is not null) execute function sec.end_with_table();

create function sec.end_with_place() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.seat set starts_at = least(seat.starts_at, new.left_at), ends_at = new.left_at, ended_because = 'agencyLeft', version = seat.version + 1
    where seat.table_id = new.table_id and seat.agency_id = new.agency_id and seat.ends_at > new.left_at;
  return null;
end $$;
create trigger end_with_place after update of left_at on sec.table_agency
  for each row when (old.left_at is null and new.left_at is not null) execute function sec.end_with_place();

-- ---------------------------------------------------------------- the signed context
-- Two independent keys of 512 bits for the inner and the outer hash, random for this database. No login reads them.
create table sec.context_key (
  id int constraint context_key_pkey primary key constraint context_key_single check (id = 1),
  inner_key bytea not null constraint context_key_inner check (length(inner_key) = 64),
  outer_key bytea not null constraint context_key_outer check (length(outer_key) = 64)
);
create function sec.random_64() returns bytea language sql volatile set search_path = pg_catalog as $$
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
      || sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) $$;
insert into sec.context_key (id, inner_key, outer_key) values (1, sec.random_64(), sec.random_64());

create type sec.ctx_t as (session_id uuid, user_id uuid, seat_id uuid, persona text, table_id uuid, agency_id uuid, employer_agency_id uuid, stepped_up_at timestamptz);

-- Binds a context to this backend and this transaction: neither another connection nor the next transaction can use it.
create function sec.context_stamp() returns text language sql stable set search_path = pg_catalog as $$
  select pg_backend_pid()::text || '.' || (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text $$;

create function sec.context_seal(body text) returns text language sql stable security definer set search_path = pg_catalog as $$
  select encode(sha256(k.outer_key || sha256(k.inner_key || convert_to(body, 'UTF8'))), 'hex') from sec.context_key k where k.id = 1 $$;

-- Owner's functions only: whoever may call it may be anybody.
create function sec.set_context(c sec.ctx_t) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare body text := concat_ws('|', sec.context_stamp(), coalesce(c.session_id::text, '-'), coalesce(c.user_id::text, '-'), coalesce(c.seat_id::text, '-'), c.persona,
  coalesce(c.table_id::text, '-'), coalesce(c.agency_id::text, '-'), coalesce(c.employer_agency_id::text, '-'),
  coalesce((extract(epoch from c.stepped_up_at) * 1000000)::bigint::text, '-'));
begin
  perform set_config('situation_table.context', body || '|' || sec.context_seal(body), true);
end $$;

-- Never PARALLEL SAFE: a worker has another backend id, so it would see no context and silently no rows.
create function sec.ctx() returns sec.ctx_t language plpgsql stable security definer set search_path = pg_catalog as $$
declare raw text := current_setting('situation_table.context', true); p text[];
begin
  if raw is null or raw = '' then return null; end if;
  p := string_to_array(raw, '|');
  if cardinality(p) <> 10 or p[1] <> sec.context_stamp() or sec.context_seal(array_to_string(p[1:9], '|')) <> p[10] then return null; end if;
  return row(nullif(p[2], '-')::uuid, nullif(p[3], '-')::uuid, nullif(p[4], '-')::uuid, p[5], nullif(p[6], '-')::uuid, nullif(p[7], '-')::uuid, nullif(p[8], '-')::uuid,
    timestamptz 'epoch' + nullif(p[9], '-')::bigint * interval '1 microsecond')::sec.ctx_t;
end $$;

-- True while this user is marked present in an open meeting; the meetings' migration replaces the body. Idle then does not sign out.
create function sec.session_present(p_user uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$ select false $$;

-- A use that lies ahead tells of a clock that was set back: such a session has ended, or it would last as much longer.
create function sec.session_is_live(s sec.session) returns boolean language sql volatile security definer set search_path = pg_catalog as $$
  select s.revoked_at is null and s.expires_at > clock_timestamp() and s.last_seen_at < clock_timestamp() + interval '5 minutes'
    and (s.last_seen_at > clock_timestamp() - interval '30 minutes' or sec.session_present(s.user_id)) $$;

-- What a stream reads in the background does not count as being there: it passes p_present false.
create function sec.enter(p_token_hash bytea, p_seat uuid, p_present boolean default true) returns sec.ctx_t language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session; c sec.ctx_t; now_at timestamptz := sec.domain_now();
begin
  select session.* into s from sec.session where session.token_hash = p_token_hash;
  if not found or not sec.session_is_live(s) then raise exception 'no session' using errcode = '28000'; end if;
  if not exists (select 1 from sec.app_user where app_user.id = s.user_id and app_user.status = 'active') then raise exception 'no session' using errcode = '28000'; end if;
  select s.id, s.user_id, seat.id, seat.persona, seat.table_id, seat.agency_id, seat.employer_agency_id, s.stepped_up_at into c
    from sec.seat
    left join sec.agency on agency.id = coalesce(seat.agency_id, seat.employer_agency_id)
    left join sec.situation_table on situation_table.id = seat.table_id
    left join sec.table_agency on table_agency.table_id = seat.table_id and table_agency.agency_id = seat.agency_id
    where seat.id = p_seat and seat.user_id = s.user_id and seat.starts_at <= now_at and seat.ends_at > now_at
      and agency.ended_at is null and situation_table.ended_at is null and table_agency.left_at is null;
  if not found then raise exception 'no such seat' using errcode = '42501'; end if;
  if p_present and s.last_seen_at < clock_timestamp() - interval '1 minute' then
    -- Requests of one session run side by side; none waits for another just to note the time.
    update sec.session set last_seen_at = clock_timestamp()
      where session.token_hash = (select live.token_hash from sec.session live where live.token_hash = p_token_hash for no key update skip locked);
  end if;
  perform sec.set_context(c);
  return c;
end $$;

-- Acts that need the second proof: given within five minutes, or once for the meeting while marked present at it.
create function sec.stepped_up() returns boolean language sql volatile security definer set search_path = pg_catalog as $$
  select coalesce(c.stepped_up_at > clock_timestamp() - interval '5 minutes'
      or (c.stepped_up_at > clock_timestamp() - interval '4 hours' and sec.session_present(c.user_id)), false)
    from (select (sec.ctx()).stepped_up_at, (sec.ctx()).user_id) c $$;

-- ---------------------------------------------------------------- who may read what of it (matrix rows 35 to 37, 57, 58)
do $$ declare t text; begin
  foreach t in array array['demo_clock', 'agency', 'situation_table', 'table_agency', 'app_user', 'seat', 'session', 'context_key'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;

create policy agency_labels on sec.agency for select to rep, coordinator, auditor, administrator, privacy
  using ((select (sec.ctx()).persona) = current_user);

create policy situation_table_own on sec.situation_table for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user and situation_table.id = (select (sec.ctx()).table_id));
create policy situation_table_all on sec.situation_table for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user);
create policy situation_table_of_agency on sec.situation_table for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and exists (select 1 from sec.table_agency where table_agency.table_id = situation_table.id and table_agency.agency_id = (select (sec.ctx()).agency_id)));

create policy table_agency_wall on sec.table_agency as restrictive for all to rep, coordinator
  using (table_agency.table_id = (select (sec.ctx()).table_id));
create policy table_agency_seated on sec.table_agency for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy table_agency_all on sec.table_agency for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
create policy table_agency_of_agency on sec.table_agency for select to privacy
  using ((select (sec.ctx()).persona) = current_user and table_agency.agency_id = (select (sec.ctx()).agency_id));

create policy seat_wall on sec.seat as restrictive for all to rep, coordinator
  using (seat.table_id = (select (sec.ctx()).table_id));
create policy seat_seated on sec.seat for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);
create policy seat_all on sec.seat for select to administrator
  using ((select (sec.ctx()).persona) = current_user);
create policy seat_of_agency on sec.seat for select to privacy
  using ((select (sec.ctx()).persona) = current_user
    and (seat.agency_id = (select (sec.ctx()).agency_id) or seat.employer_agency_id = (select (sec.ctx()).agency_id)));

create policy app_user_self on sec.app_user for select to rep, coordinator, auditor, administrator, privacy
  using ((select (sec.ctx()).persona) = current_user and app_user.id = (select (sec.ctx()).user_id));
create policy app_user_seated on sec.app_user for select to rep, coordinator, privacy
  using ((select (sec.ctx()).persona) = current_user and exists (select 1 from sec.seat where seat.user_id = app_user.id));
create policy app_user_all on sec.app_user for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select on sec.agency, sec.table_agency, sec.seat to rep, coordinator, administrator, privacy;
grant select on sec.agency to auditor;
grant select on sec.situation_table to rep, coordinator, administrator, privacy;
grant select (id, name, region, time_zone, created_at, ended_at) on sec.situation_table to auditor;
grant select (id, display_name, language, status) on sec.app_user to rep, coordinator, privacy, auditor;
grant select on sec.app_user to administrator;

revoke all on all functions in schema sec from public;
grant execute on function sec.enter(bytea, uuid, boolean) to app;
grant execute on function sec.stepped_up() to rep, coordinator, auditor, administrator, privacy;
grant execute on function sec.ctx() to rep, coordinator, auditor, administrator, privacy, projector;
grant execute on function sec.today(uuid) to rep, coordinator, administrator, privacy, job;
grant execute on function sec.domain_now() to authn, job, rep, coordinator, auditor, administrator, privacy, projector;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
