import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passwords, second factors, throttles and sessions, reached through the functions of the authn login alone; no persona and
 * not the app's login can read a hash, a secret or a session. All times here are the wall clock's.
 */
export class SignIn1764000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sec.password (
  user_id uuid constraint password_pkey primary key constraint password_user references sec.app_user,
  hash text not null constraint password_hash check (hash like '$argon2id$%'),
  changed_at timestamptz not null default clock_timestamp()
);
create table sec.totp (
  user_id uuid constraint totp_pkey primary key constraint totp_user references sec.app_user,
  sealed_secret bytea,
  pending_secret bytea,
  last_step bigint not null default 0
);
comment on table sec.totp is 'both secrets are encrypted by the application under a key of the keyring, bound to the user; pending until its first code is shown';
create table sec.recovery_code (
  user_id uuid not null constraint recovery_code_user references sec.app_user,
  code_hash bytea not null constraint recovery_code_hash check (length(code_hash) = 32),
  used_at timestamptz,
  constraint recovery_code_pkey primary key (user_id, code_hash)
);
-- Between the password and the second factor there is no session, only this.
create table sec.challenge (
  token_hash bytea constraint challenge_pkey primary key constraint challenge_hash check (length(token_hash) = 32),
  user_id uuid not null constraint challenge_user references sec.app_user,
  tries int not null default 0,
  expires_at timestamptz not null default clock_timestamp() + interval '5 minutes'
);
-- Subjects are keyed pseudonyms made by the application: neither names that strangers type nor addresses are kept.
create table sec.throttle (
  subject bytea constraint throttle_pkey primary key constraint throttle_subject check (length(subject) = 32),
  tries int not null, window_from timestamptz not null, blocked_until timestamptz
);
create table sec.refusal (
  minute timestamptz not null, source bytea not null, user_id uuid not null default '00000000-0000-0000-0000-000000000000', code text not null,
  times int not null default 1,
  constraint refusal_pkey primary key (minute, source, user_id, code)
);
create table sec.set_up_code (
  id int constraint set_up_code_pkey primary key default 1
    constraint set_up_code_first_or_second check (id in (1, 2)),
  code_hash bytea not null, expires_at timestamptz not null, used_at timestamptz
);
do $$ declare t text; begin
  foreach t in array array['password', 'totp', 'recovery_code', 'challenge', 'throttle', 'refusal', 'set_up_code'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;

-- ---------------------------------------------------------------- throttle and refusals
-- Counts a try before it is judged, so that tries sent at once cannot outrun the count. Returns the seconds to wait, 0 to go on.
create function sec.take_try(p_subject bytea, p_limit int) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t sec.throttle; now_at timestamptz := clock_timestamp();
begin
  -- Written by a clock that was set back since: no more than a quarter of an hour is ever waited for.
  update sec.throttle set window_from = least(throttle.window_from, now_at), blocked_until = least(throttle.blocked_until, now_at + interval '15 minutes')
    where throttle.subject = p_subject and (throttle.window_from > now_at or throttle.blocked_until > now_at + interval '15 minutes');
  insert into sec.throttle as kept (subject, tries, window_from) values (p_subject, 1, now_at)
    on conflict (subject) do update set
      tries = case when kept.blocked_until > now_at then kept.tries when kept.window_from < now_at - interval '15 minutes' then 1 else kept.tries + 1 end,
      window_from = case when kept.window_from < now_at - interval '15 minutes' then now_at else kept.window_from end
    returning kept.* into t;
  if t.blocked_until > now_at then return ceil(extract(epoch from t.blocked_until - now_at)); end if;
  if t.tries <= p_limit then return 0; end if;
  update sec.throttle set blocked_until = now_at + least(interval '15 minutes', interval '15 seconds' * power(2, least(t.tries - p_limit - 1, 10)))
    where throttle.subject = p_subject returning ceil(extract(epoch from throttle.blocked_until - now_at)) into t.tries;
  return t.tries;
end $$;

create function sec.forgive_try(p_subject bytea, p_whole boolean) returns void language sql volatile security definer set search_path = pg_catalog as $$
  update sec.throttle set tries = case when p_whole then 0 else greatest(throttle.tries - 1, 0) end where throttle.subject = p_subject $$;

-- Coalesced per source, account and minute; past 200 different rows a minute the sources are counted together, or strangers fill the disk.
create function sec.append_refusal(p_source bytea, p_user uuid, p_code text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare at_minute timestamptz := date_trunc('minute', clock_timestamp()); many boolean;
begin
  select count(*) >= 200 into many from (select from sec.refusal where refusal.minute = at_minute limit 200) r;
  insert into sec.refusal as kept (minute, source, user_id, code)
    values (at_minute, case when many then '\\x' else p_source end, coalesce(p_user, '00000000-0000-0000-0000-000000000000'), left(p_code, 60))
    on conflict (minute, source, user_id, code) do update set times = kept.times + 1;
end $$;

-- ---------------------------------------------------------------- signing in
-- The same statements run for a known and an unknown name; the caller verifies a fixed hash when none comes back.
create function sec.begin_sign_in(p_name text, p_pair bytea, p_account bytea, p_source bytea)
returns table (user_id uuid, hash text, wait_seconds int) language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid; h text; wait int;
begin
  wait := greatest(sec.take_try(p_pair, 5), sec.take_try(p_account, 20), sec.take_try(p_source, 60));
  select app_user.id, password.hash into u, h from sec.app_user join sec.password on password.user_id = app_user.id
    where app_user.sign_in_name = p_name and app_user.status = 'active';
  return query select u, h, wait;
end $$;

create function sec.start_session(p_user uuid, p_token_hash bytea, p_device text, p_how text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s uuid;
begin
  insert into sec.session (token_hash, user_id, device, stepped_up_at) values (p_token_hash, p_user, left(p_device, 200), clock_timestamp()) returning session.id into s;
  perform audit.record('session.start', 'session', s, array[p_how], 'allow', p_actor => p_user);
  return s;
end $$;

-- The password was right: a session, or a challenge where a second factor is confirmed. Null when the account ended meanwhile.
create function sec.pass_password(p_user uuid, p_token_hash bytea, p_device text, p_pair bytea, p_account bytea, p_source bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform 1 from sec.app_user where app_user.id = p_user and app_user.status = 'active' for share;
  if not found then return null; end if;
  perform sec.forgive_try(p_pair, true), sec.forgive_try(p_account, true), sec.forgive_try(p_source, false);
  if exists (select 1 from sec.totp where totp.user_id = p_user and totp.sealed_secret is not null) then
    insert into sec.challenge (token_hash, user_id) values (p_token_hash, p_user);
    return 'secondFactor';
  end if;
  perform sec.start_session(p_user, p_token_hash, p_device, 'password');
  return 'session';
end $$;

-- Five tries a challenge, and twenty a quarter of an hour for the account however many challenges it starts.
create function sec.begin_second_factor(p_challenge bytea, p_source bytea) returns table (user_id uuid, sealed_secret bytea, last_step bigint, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.challenge; wait int;
begin
  wait := sec.take_try(p_source, 60);
  update sec.challenge set tries = challenge.tries + 1
    where challenge.token_hash = p_challenge and challenge.expires_at > clock_timestamp() and challenge.tries < 5 returning challenge.* into c;
  if not found then return; end if;
  wait := greatest(wait, sec.take_try(sha256(uuid_send(c.user_id)), 20));
  return query select c.user_id, totp.sealed_secret, totp.last_step, wait from sec.totp where totp.user_id = c.user_id and totp.sealed_secret is not null;
end $$;

-- A step of the clock is good once: the update finds no row when it was used before, by whoever came first. One that is not the database's own time, which an API with
-- another clock judged right, is none: kept, a step ahead would shut its user out until then.
create function sec.use_totp_step(p_user uuid, p_step bigint) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.totp set last_step = p_step where totp.user_id = p_user and totp.last_step < p_step and abs(p_step - floor(extract(epoch from clock_timestamp()) / 30)) <= 4;
  return found;
end $$;
create function sec.use_recovery_code(p_user uuid, p_code_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.recovery_code set used_at = clock_timestamp() where recovery_code.user_id = p_user and recovery_code.code_hash = p_code_hash and recovery_code.used_at is null;
  return found;
end $$;

-- Exactly one of the step and the code hash is given. Null when it is wrong, used, or the account ended meanwhile.
create function sec.pass_second_factor(p_challenge bytea, p_step bigint, p_code_hash bytea, p_token_hash bytea, p_device text, p_source bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.challenge;
begin
  select challenge.* into c from sec.challenge where challenge.token_hash = p_challenge and challenge.expires_at > clock_timestamp() for update;
  if not found then return null; end if;
  perform 1 from sec.app_user where app_user.id = c.user_id and app_user.status = 'active' for share;
  if not found then return null; end if;
  if p_step is not null then if not sec.use_totp_step(c.user_id, p_step) then return null; end if;
  elsif not sec.use_recovery_code(c.user_id, p_code_hash) then return null; end if;
  delete from sec.challenge where challenge.token_hash = p_challenge;
  perform sec.forgive_try(sha256(uuid_send(c.user_id)), true), sec.forgive_try(p_source, false);
  return sec.start_session(c.user_id, p_token_hash, p_device, case when p_step is null then 'recoveryCode' else 'totp' end);
end $$;

-- ---------------------------------------------------------------- first administrator
create function sec.set_up_needed() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from sec.seat where seat.persona = 'administrator') and not exists (select 1 from sec.demo_clock) $$;

-- Each start that still needs one prints a new code; the earlier one stops working.
create function sec.issue_set_up_code(p_code_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not sec.set_up_needed() then return false; end if;
  insert into sec.set_up_code (id, code_hash, expires_at) values (1, p_code_hash, clock_timestamp() + interval '24 hours')
    on conflict (id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at where set_up_code.used_at is null;
  return true;
end $$;

create function sec.administrators() returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select count(distinct seat.user_id)::int from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status <> 'disabled'
    where seat.persona = 'administrator' and seat.ends_at > sec.domain_now() $$;

-- The second administrator's, for as long as there are not two: an administrator whom the first one made
-- would be no second person for a week, and the one who runs the server can always make another where only
-- one is left.
create function sec.issue_second_set_up_code(p_code_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if sec.administrators() >= 2 or exists (select 1 from sec.demo_clock) then return false; end if;
  insert into sec.set_up_code (id, code_hash, expires_at)
    values (2, p_code_hash, clock_timestamp() + interval '24 hours')
    on conflict (id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at,
      used_at = null;
  return true;
end $$;

create function sec.redeem_set_up_code(p_code_hash bytea, p_source bytea, p_name text, p_display_name text, p_language text, p_hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid;
begin
  if sec.take_try(p_source, 10) > 0 then raise exception 'request.tooMany'; end if;
  -- One at a time, so that two codes cannot make a third administrator.
  lock table sec.set_up_code in share row exclusive mode;
  update sec.set_up_code set used_at = clock_timestamp()
    where set_up_code.code_hash = p_code_hash and set_up_code.used_at is null
      and set_up_code.expires_at > clock_timestamp()
      and sec.administrators() < 2 and not exists (select 1 from sec.demo_clock);
  if not found then return null; end if;
  insert into sec.app_user (sign_in_name, display_name, language) values (p_name, p_display_name, p_language) returning app_user.id into u;
  insert into sec.password (user_id, hash) values (u, p_hash);
  insert into sec.seat (user_id, persona) values (u, 'administrator');
  perform sec.tell_tables(sec.tables_of_seat('administrator', null, null), 'administratorSeated', null,
    'administrator', u, null);
  perform audit.record('installation.setUp', 'user', u, '{}', 'allow', p_actor => u);
  return u;
end $$;

-- Sessions, challenges and throttles long past; refusals after two years, as the audit's own keeping is longer.
create function sec.forget_expired() returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int; forgotten int := 0;
begin
  delete from sec.challenge where challenge.expires_at < clock_timestamp() - interval '1 hour';
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.throttle where throttle.window_from < clock_timestamp() - interval '1 day' and coalesce(throttle.blocked_until, '-infinity') < clock_timestamp();
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.refusal where refusal.minute < clock_timestamp() - interval '2 years';
  get diagnostics n = row_count; forgotten := forgotten + n;
  -- What is committed was chained at its commit; the append leaves these rows here because a delete of each would cost it more.
  delete from audit.pending;
  delete from sec.session where session.expires_at < clock_timestamp() - interval '90 days';
  get diagnostics n = row_count; return forgotten + n;
end $$;

grant execute on function sec.append_refusal(bytea, uuid, text), sec.begin_sign_in(text, bytea, bytea, bytea), sec.pass_password(uuid, bytea, text, bytea, bytea, bytea),
  sec.begin_second_factor(bytea, bytea), sec.pass_second_factor(bytea, bigint, bytea, bytea, text, bytea),
  sec.set_up_needed(), sec.issue_set_up_code(bytea), sec.issue_second_set_up_code(bytea),
    sec.redeem_set_up_code(bytea, bytea, text, text, text, text) to authn;
grant execute on function sec.forget_expired() to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
