-- Each start that still needs one prints a new code; the earlier one stops working.
create or replace function sec.issue_set_up_code(p_code_hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not sec.set_up_needed() then return false; end if;
  insert into sec.set_up_code (id, code_hash, expires_at) values (1, p_code_hash,
      clock_timestamp() + interval '24 hours')
    on conflict (id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
      where set_up_code.used_at is null;
  return true;
end $$;

grant execute on function sec.issue_set_up_code(bytea) to authn;
