import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passwords, second factors and sessions, reached through the functions of the authn login alone; no persona and
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
  foreach t in array array['password', 'totp', 'recovery_code', 'challenge', 'refusal', 'set_up_code'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy %I on sec.%I to owner using (true) with check (true)', t || '_owner', t);
  end loop; end $$;

-- ---------------------------------------------------------------- refusals
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
-- The same statements run for a known and an unknown name; the caller verifies a fixed hash when none comes back. A device where
-- this very person signed in before, and a session of theirs that lives (as in a meeting, where it outlives being idle), have a
-- count of their own that no stranger can use up; a count that is used up leads into the lane of everybody, never to a refusal.
create function sec.begin_sign_in(p_name text, p_device bytea, p_session bytea, p_pair bytea, p_account bytea, p_source bytea)
returns table (user_id uuid, hash text, known boolean, wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid; h text; own bytea; pause int;
begin
  select app_user.id, password.hash into u, h from sec.app_user join sec.password on password.user_id = app_user.id
    where app_user.sign_in_name = p_name and app_user.status = 'active';
  own := case
    when sec.knows_device(u, p_device) then sec.own_subject('device', p_device || uuid_send(u))
    when exists (select from sec.session where session.token_hash = p_session and session.user_id = u
      and sec.session_is_live(session)) then sec.own_subject('session', p_session) end;
  if own is not null and sec.own_try(own, 10, interval '10 seconds') = 0 then
    return query select u, h, true, 0;
    return;
  end if;
  pause := sec.slow_try('pair', p_pair, 5);
  pause := greatest(pause, sec.slow_try('account', p_account, 10));
  pause := greatest(pause, sec.slow_try('source', p_source, 60));
  return query select u, h, false, pause;
end $$;

-- A session begins on a device, which is known from then on, and ends the one that the browser came with: signing in over
-- somebody's session, or one's own older one, leaves none behind that its cookie still opens.
create function sec.start_session(p_user uuid, p_token_hash bytea, p_label text, p_device bytea, p_over bytea, p_how text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s uuid; over_id uuid; over_user uuid;
begin
  update sec.session set revoked_at = clock_timestamp() where session.token_hash = p_over and session.revoked_at is null
    and session.expires_at > clock_timestamp() returning session.id, session.user_id into over_id, over_user;
  if found then perform audit.record('session.end', 'session', over_id, '{}', 'allow', p_actor => over_user); end if;
  insert into sec.session (token_hash, user_id, device, stepped_up_at)
    values (p_token_hash, p_user, left(p_label, 200), clock_timestamp()) returning session.id into s;
  perform sec.remember_device(p_user, p_device);
  perform audit.record('session.start', 'session', s, array[p_how], 'allow', p_actor => p_user);
  return s;
end $$;

-- The password was right: a session, or a challenge where a second factor is confirmed. Null when the account ended meanwhile.
create function sec.pass_password(p_user uuid, p_token_hash bytea, p_label text, p_device bytea, p_over bytea,
  p_pair bytea, p_account bytea, p_source bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform 1 from sec.app_user where app_user.id = p_user and app_user.status = 'active' for share;
  if not found then return null; end if;
  perform sec.forgive_shared(p_pair, p_account, p_source);
  perform sec.forgive_own(sec.own_subject('device', p_device || uuid_send(p_user)));
  if exists (select 1 from sec.totp where totp.user_id = p_user and totp.sealed_secret is not null) then
    insert into sec.challenge (token_hash, user_id) values (p_token_hash, p_user);
    return 'secondFactor';
  end if;
  perform sec.start_session(p_user, p_token_hash, p_label, p_device, p_over, 'password');
  return 'session';
end $$;

-- Whose codes of the clock are counted: by device where it is known, so that a stranger who has the password uses up the strangers'
-- count alone. Codes of the clock have six digits, so that this count is strict; a recovery code has 80 bits and is only slowed.
create function sec.factor_subject(p_user uuid, p_device bytea) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select case when sec.knows_device(p_user, p_device) then sec.own_subject('factor device', p_device || uuid_send(p_user))
    else sec.own_subject('factor', uuid_send(p_user)) end $$;

-- Five tries a challenge. Nothing that somebody without the right password does counts here.
create function sec.begin_second_factor(p_challenge bytea, p_device bytea, p_recovery boolean)
returns table (user_id uuid, sealed_secret bytea, last_step bigint, wait_ms int, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.challenge; pause int := 0; wait int := 0;
begin
  update sec.challenge set tries = challenge.tries + 1
    where challenge.token_hash = p_challenge and challenge.expires_at > clock_timestamp() and challenge.tries < 5 returning challenge.* into c;
  if not found then return; end if;
  if p_recovery then pause := sec.slow_try('recovery', sha256(uuid_send(c.user_id)), 5);
  else wait := sec.own_try(sec.factor_subject(c.user_id, p_device), 20, interval '45 seconds'); end if;
  return query select c.user_id, totp.sealed_secret, totp.last_step, pause, wait
    from sec.totp where totp.user_id = c.user_id and totp.sealed_secret is not null;
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
create function sec.pass_second_factor(p_challenge bytea, p_step bigint, p_code_hash bytea, p_token_hash bytea, p_label text,
  p_device bytea, p_over bytea) returns uuid
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
  perform sec.forgive_own(sec.factor_subject(c.user_id, p_device));
  return sec.start_session(c.user_id, p_token_hash, p_label, p_device, p_over,
    case when p_step is null then 'recoveryCode' else 'totp' end);
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

-- Whether that is the code, judged before a password is hashed for it: hashing is dear, and anybody may ask for it.
create function sec.begin_set_up(p_code_hash bytea, p_source bytea, out is_right boolean, out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  wait_ms := sec.slow_try('setUp', p_source, 5);
  is_right := exists (select from sec.set_up_code where set_up_code.code_hash = p_code_hash and set_up_code.used_at is null
    and set_up_code.expires_at > clock_timestamp() and sec.administrators() < 2 and not exists (select 1 from sec.demo_clock));
end $$;

create function sec.redeem_set_up_code(p_code_hash bytea, p_name text, p_display_name text, p_language text, p_hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare u uuid;
begin
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

create index challenge_by_expiry on sec.challenge (expires_at);
create index throttle_by_time on sec.throttle (since);
create index known_device_by_use on sec.known_device (last_used_at);
create index session_by_expiry on sec.session (expires_at);

-- Sessions, challenges and throttles long past; refusals after two years, as the audit's own keeping is longer. At most so many of each; it is
-- called again, in another transaction, while it returns more than none.
create function sec.forget_expired(p_limit integer) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare n int; forgotten int := 0; now_at timestamptz := clock_timestamp();
begin
  delete from sec.challenge where challenge.ctid = any (array(select c.ctid from sec.challenge c where c.expires_at < now_at - interval '1 hour' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  -- No count lasts longer: a thousand tries are forgotten in two and a half hours.
  delete from sec.throttle where throttle.ctid = any (array(select t.ctid from sec.throttle t where t.since < now_at - interval '1 day' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.known_device where known_device.ctid = any (array(select d.ctid from sec.known_device d where d.last_used_at < now_at - interval '400 days' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.refusal where refusal.ctid = any (array(select r.ctid from sec.refusal r where r.minute < now_at - interval '2 years' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  delete from sec.session where session.ctid = any (array(select s.ctid from sec.session s where s.expires_at < now_at - interval '90 days' limit p_limit));
  get diagnostics n = row_count; forgotten := forgotten + n;
  -- What is committed was chained at its commit; the append leaves these rows here because a delete of each would cost it more.
  delete from audit.pending where pending.ctid = any (array(select p.ctid from audit.pending p limit p_limit));
  get diagnostics n = row_count; return forgotten + n;
end $$;

grant execute on function sec.append_refusal(bytea, uuid, text),
  sec.begin_sign_in(text, bytea, bytea, bytea, bytea, bytea),
  sec.pass_password(uuid, bytea, text, bytea, bytea, bytea, bytea, bytea),
  sec.begin_second_factor(bytea, bytea, boolean),
  sec.pass_second_factor(bytea, bigint, bytea, bytea, text, bytea, bytea),
  sec.set_up_needed(), sec.issue_set_up_code(bytea), sec.issue_second_set_up_code(bytea),
  sec.begin_set_up(bytea, bytea),
  sec.redeem_set_up_code(bytea, text, text, text, text) to authn;
grant execute on function sec.forget_expired(integer) to job;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
