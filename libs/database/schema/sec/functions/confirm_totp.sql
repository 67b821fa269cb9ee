-- False when nothing waits to be confirmed. The step that confirms is used up with it.
create or replace function sec.confirm_totp(p_token_hash bytea, p_step bigint,
    p_code_hashes bytea[]) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  update sec.totp set sealed_secret = totp.pending_secret, pending_secret = null, last_step = p_step
    where totp.user_id = s.user_id and totp.pending_secret is not null;
  if not found then return false; end if;
  perform sec.forgive_own(sec.own_subject('proof', uuid_send(s.id)));
  perform sec.replace_recovery_codes(p_token_hash, p_code_hashes);
  perform audit.record('account.confirmSecondFactor', 'user', s.user_id, '{}', 'allow', p_actor => s.user_id);
  return true;
end $$;

grant execute on function sec.confirm_totp(bytea, bigint, bytea[]) to authn;
