create or replace function sec.revoke_sessions(p_user uuid, p_only uuid, p_but uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended uuid; times int := 0;
begin
  for ended in update sec.session set revoked_at = clock_timestamp()
      where session.user_id = p_user and session.revoked_at is null and session.expires_at > clock_timestamp()
        and (p_only is null or session.id = p_only) and session.id is distinct from p_but
          returning session.id loop
    perform audit.record('session.end', 'session', ended, '{}', 'allow', p_actor => p_user);
    times := times + 1;
  end loop;
  return times;
end $$;
