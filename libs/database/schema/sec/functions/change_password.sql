create or replace function sec.change_password(p_token_hash bytea, p_hash text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.password set hash = p_hash, changed_at = clock_timestamp() where password.user_id = s.user_id;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id))),
    sec.revoke_sessions(s.user_id, null, s.id);
  perform audit.record('account.changePassword', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

grant execute on function sec.change_password(bytea, text) to authn;
