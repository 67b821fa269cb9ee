import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person does with the own account before choosing a seat (matrix row 57): functions of the authn login, each proved by the session's token. */
export class OwnAccount1764000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function sec.live_session(p_token_hash bytea) returns sec.session language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session;
begin
  select session.* into s from sec.session join sec.app_user on app_user.id = session.user_id and app_user.status = 'active' where session.token_hash = p_token_hash;
  if not found or not sec.session_is_live(s) then raise exception 'no session' using errcode = '28000'; end if;
  return s;
end $$;

create function sec.account(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, sign_in_name text, display_name text, language text, started_at timestamptz, expires_at timestamptz, stepped_up_at timestamptz,
  step_up_holds boolean, second_factor boolean, recovery_codes_left int, version int, domain_now timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.session set last_seen_at = clock_timestamp() where session.token_hash =
    (select live.token_hash from sec.session live where live.token_hash = p_token_hash and live.last_seen_at < clock_timestamp() - interval '1 minute' for no key update skip locked);
  return query select s.id, s.user_id, app_user.sign_in_name, app_user.display_name, app_user.language, s.created_at, s.expires_at, s.stepped_up_at,
      coalesce(s.stepped_up_at > clock_timestamp() - interval '5 minutes'
        or (s.stepped_up_at > clock_timestamp() - interval '4 hours' and sec.session_present(s.user_id)), false),
      exists (select 1 from sec.totp where totp.user_id = s.user_id and totp.sealed_secret is not null),
      (select count(*)::int from sec.recovery_code where recovery_code.user_id = s.user_id and recovery_code.used_at is null), app_user.version, sec.domain_now()
    from sec.app_user where app_user.id = s.user_id;
end $$;

-- The seats that enter would accept now, for choosing one.
create function sec.account_seats(p_token_hash bytea)
returns table (id uuid, persona text, table_id uuid, table_name text, time_zone text, agency_id uuid, agency_name text, employer_agency_id uuid, ends_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); now_at timestamptz := sec.domain_now();
begin
  return query select seat.id, seat.persona, seat.table_id, situation_table.name, situation_table.time_zone, seat.agency_id,
      case when seat.agency_id is not null then agency.name end, seat.employer_agency_id, seat.ends_at
    from sec.seat
    left join sec.agency on agency.id = coalesce(seat.agency_id, seat.employer_agency_id)
    left join sec.situation_table on situation_table.id = seat.table_id
    left join sec.table_agency on table_agency.table_id = seat.table_id and table_agency.agency_id = seat.agency_id
    where seat.user_id = s.user_id and seat.starts_at <= now_at and seat.ends_at > now_at
      and agency.ended_at is null and situation_table.ended_at is null and table_agency.left_at is null
    order by seat.persona, situation_table.name, agency.name, seat.id;
end $$;

create function sec.account_sessions(p_token_hash bytea) returns table (id uuid, device text, started_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, this boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  return query select session.id, session.device, session.created_at, session.last_seen_at, session.expires_at, session.id = s.id
    from sec.session where session.user_id = s.user_id and sec.session_is_live(session) order by session.created_at desc, session.id;
end $$;

create function sec.revoke_sessions(p_user uuid, p_only uuid, p_but uuid) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended uuid; times int := 0;
begin
  for ended in update sec.session set revoked_at = clock_timestamp()
      where session.user_id = p_user and session.revoked_at is null and session.expires_at > clock_timestamp()
        and (p_only is null or session.id = p_only) and session.id is distinct from p_but returning session.id loop
    perform audit.record('session.end', 'session', ended, '{}', 'allow', p_actor => p_user);
    times := times + 1;
  end loop;
  return times;
end $$;

-- Null ends the session that asks. False when it is none of this user's live ones.
create function sec.end_own_session(p_token_hash bytea, p_session uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin return sec.revoke_sessions(s.user_id, coalesce(p_session, s.id), null) = 1; end $$;

create function sec.begin_proof(p_token_hash bytea) returns table (user_id uuid, hash text, sealed_secret bytea, pending_secret bytea, last_step bigint, wait_seconds int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
-- Counted by session: only who has its cookie can use it up, and another session of the same person goes on.
declare s sec.session := sec.live_session(p_token_hash);
  wait int := sec.own_try(sec.own_subject('proof', uuid_send(s.id)), 20, interval '45 seconds');
begin
  return query select s.user_id, password.hash, totp.sealed_secret, totp.pending_secret, coalesce(totp.last_step, 0), wait
    from (select s.user_id as id) me left join sec.password on password.user_id = me.id left join sec.totp on totp.user_id = me.id;
end $$;

-- The proof was right: a step of the second factor, or the password where none is set up. False when the step was used before.
create function sec.pass_proof(p_token_hash bytea, p_step bigint) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  if p_step is null and exists (select 1 from sec.totp where totp.user_id = s.user_id and totp.sealed_secret is not null) then return false; end if;
  if p_step is not null and not sec.use_totp_step(s.user_id, p_step) then return false; end if;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id)));
  update sec.session set stepped_up_at = clock_timestamp() where session.id = s.id;
  perform audit.record('session.stepUp', 'session', s.id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

create function sec.change_password(p_token_hash bytea, p_hash text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.password set hash = p_hash, changed_at = clock_timestamp() where password.user_id = s.user_id;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id))), sec.revoke_sessions(s.user_id, null, s.id);
  perform audit.record('account.changePassword', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

create function sec.change_profile(p_token_hash bytea, p_version int, p_language text) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); now_version int;
begin
  update sec.app_user set language = p_language, version = app_user.version + 1 where app_user.id = s.user_id and app_user.version = p_version returning app_user.version into now_version;
  if not found then raise exception 'stale' using errcode = '40001'; end if;
  perform audit.record('account.changeProfile', 'user', s.user_id, array['language'], 'allow', p_actor => s.user_id);
  return now_version;
end $$;

-- Both factors' keeping needs the fresh proof here too, whatever the route declares.
create function sec.fresh_session(p_token_hash bytea) returns sec.session language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  if s.stepped_up_at is null or s.stepped_up_at < clock_timestamp() - interval '5 minutes' then raise exception 'account.stepUp.needed'; end if;
  return s;
end $$;

create function sec.enrol_totp(p_token_hash bytea, p_sealed bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  insert into sec.totp (user_id, pending_secret) values (s.user_id, p_sealed) on conflict (user_id) do update set pending_secret = excluded.pending_secret;
  perform audit.record('account.enrolSecondFactor', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

create function sec.replace_recovery_codes(p_token_hash bytea, p_code_hashes bytea[]) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  delete from sec.recovery_code where recovery_code.user_id = s.user_id;
  insert into sec.recovery_code (user_id, code_hash) select s.user_id, h from unnest(p_code_hashes) h;
  perform audit.record('account.replaceRecoveryCodes', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

-- False when nothing waits to be confirmed. The step that confirms is used up with it.
create function sec.confirm_totp(p_token_hash bytea, p_step bigint, p_code_hashes bytea[]) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  update sec.totp set sealed_secret = totp.pending_secret, pending_secret = null, last_step = p_step where totp.user_id = s.user_id and totp.pending_secret is not null;
  if not found then return false; end if;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id)));
  perform sec.replace_recovery_codes(p_token_hash, p_code_hashes);
  perform audit.record('account.confirmSecondFactor', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

grant execute on function sec.account(bytea), sec.account_seats(bytea), sec.account_sessions(bytea), sec.end_own_session(bytea, uuid), sec.begin_proof(bytea),
  sec.pass_proof(bytea, bigint), sec.change_password(bytea, text), sec.change_profile(bytea, int, text), sec.enrol_totp(bytea, bytea),
  sec.replace_recovery_codes(bytea, bytea[]), sec.confirm_totp(bytea, bigint, bytea[]) to authn;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
