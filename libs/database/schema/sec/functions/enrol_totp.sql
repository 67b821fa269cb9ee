create or replace function sec.enrol_totp(p_token_hash bytea, p_sealed bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  insert into sec.totp (user_id, pending_secret) values (s.user_id, p_sealed) on conflict (user_id)
    do update set pending_secret = excluded.pending_secret;
  perform audit.record('account.enrolSecondFactor', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
end $$;

grant execute on function sec.enrol_totp(bytea, bytea) to authn;
