-- ---------------------------------------------------------------- first administrator
create or replace function sec.set_up_needed() returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from sec.seat where seat.persona = 'administrator')
    and not exists (select 1 from sec.demo_clock) $$;

grant execute on function sec.set_up_needed() to authn;
