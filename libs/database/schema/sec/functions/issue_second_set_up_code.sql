-- The second administrator's, for as long as there are not two: an administrator whom the first one made
-- would be no second person for a week, and the one who runs the server can always make another where only
-- one is left.
create or replace function sec.issue_second_set_up_code(p_code_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if sec.administrators() >= 2 or exists (select 1 from sec.demo_clock) then return false; end if;
  insert into sec.set_up_code (id, code_hash, expires_at)
    values (2, p_code_hash, clock_timestamp() + interval '24 hours')
    on conflict (id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at,
      used_at = null;
  return true;
end $$;

grant execute on function sec.issue_second_set_up_code(bytea) to authn;
