create or replace function sec.replace_recovery_codes(p_token_hash bytea, p_code_hashes bytea[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.fresh_session(p_token_hash);
begin
  delete from sec.recovery_code where recovery_code.user_id = s.user_id;
  insert into sec.recovery_code (user_id, code_hash) select s.user_id, h from unnest(p_code_hashes) h;
  perform audit.record('account.replaceRecoveryCodes', 'user', s.user_id, '{}', 'allow',
      p_actor => s.user_id);
end $$;

grant execute on function sec.replace_recovery_codes(bytea, bytea[]) to authn;
