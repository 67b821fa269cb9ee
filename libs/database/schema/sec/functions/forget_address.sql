create or replace function sec.forget_address(p_token_hash bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  update sec.mail_address set sealed = null, pending = null, code_hash = null, code_expires_at = null
    where mail_address.user_id = s.user_id;
  update sec.email set dead_at = clock_timestamp(), sealed = null where email.user_id = s.user_id
    and email.kind = 'confirmation' and email.sent_at is null and email.dead_at is null;
  perform audit.record('account.forgetMailAddress', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

grant execute on function sec.forget_address(bytea) to authn;
