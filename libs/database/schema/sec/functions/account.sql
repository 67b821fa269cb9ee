create or replace function sec.account(p_token_hash bytea)
returns table (session_id uuid, user_id uuid, sign_in_name text, display_name text,
    language text, started_at timestamptz, expires_at timestamptz, stepped_up_at timestamptz,
  step_up_holds boolean, second_factor boolean, recovery_codes_left int, version int, domain_now timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.session set last_seen_at = clock_timestamp() where session.token_hash =
    (select live.token_hash from sec.session live where live.token_hash = p_token_hash
        and live.last_seen_at < clock_timestamp() - interval '1 minute' for no key update skip locked);
  return query select s.id, s.user_id, app_user.sign_in_name, app_user.display_name, app_user.language,
    s.created_at, s.expires_at, s.stepped_up_at,
      coalesce(s.stepped_up_at > clock_timestamp() - interval '5 minutes'
        or (s.stepped_up_at > clock_timestamp() - interval '4 hours' and sec.session_present(s.user_id)),
          false),
      exists (select 1 from sec.totp where totp.user_id = s.user_id and totp.sealed_secret is not null),
      (select count(*)::int from sec.recovery_code where recovery_code.user_id = s.user_id
          and recovery_code.used_at is null), app_user.version, sec.domain_now()
    from sec.app_user where app_user.id = s.user_id;
end $$;

grant execute on function sec.account(bytea) to authn;
