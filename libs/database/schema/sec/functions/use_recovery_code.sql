create or replace function sec.use_recovery_code(p_user uuid, p_code_hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.recovery_code set used_at = clock_timestamp() where recovery_code.user_id = p_user
    and recovery_code.code_hash = p_code_hash and recovery_code.used_at is null;
  return found;
end $$;
