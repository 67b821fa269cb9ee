-- Whether that is the code, judged before a password is hashed for it: hashing is dear, and anybody may ask
-- for it.
create or replace function sec.begin_set_up(p_code_hash bytea, p_source bytea, out is_right boolean,
    out wait_ms int)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  wait_ms := sec.slow_try('setUp', p_source, 5);
  is_right := exists (select from sec.set_up_code where set_up_code.code_hash = p_code_hash
      and set_up_code.used_at is null
    and set_up_code.expires_at > clock_timestamp() and sec.administrators() < 2
      and not exists (select 1 from sec.demo_clock));
end $$;

grant execute on function sec.begin_set_up(bytea, bytea) to authn;
