-- Whether this database was filled as a demo: asked before it is served, by the login that serves.
create or replace function sec.is_demo() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.demo_clock where demo_clock.demo) $$;

grant execute on function sec.is_demo() to app;
