create or replace function sec.end_user_sessions(p_user uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false);
begin
  perform 1 from sec.app_user where app_user.id = p_user;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('user.endSessions', 'user', p_user, '{}', 'allow');
  return sec.revoke_sessions(p_user, null, null);
end $$;

grant execute on function sec.end_user_sessions(uuid) to administrator;
