create or replace function sec.live_session(p_token_hash bytea) returns sec.session
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session;
begin
  select session.* into s from sec.session join sec.app_user on app_user.id = session.user_id
    and app_user.status = 'active' where session.token_hash = p_token_hash;
  if not found or not sec.session_is_live(s) then raise exception 'no session' using errcode = '28000';
  end if;
  return s;
end $$;
