create or replace function sec.change_profile(p_token_hash bytea, p_version int, p_language text) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash); now_version int;
begin
  update sec.app_user set language = p_language, version = app_user.version + 1 where app_user.id = s.user_id
    and app_user.version = p_version returning app_user.version into now_version;
  if not found then raise exception 'stale' using errcode = '40001'; end if;
  perform audit.record('account.changeProfile', 'user', s.user_id, array['language'], 'allow',
      p_actor => s.user_id);
  return now_version;
end $$;

grant execute on function sec.change_profile(bytea, int, text) to authn;
