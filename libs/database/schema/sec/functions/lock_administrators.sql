create or replace function sec.lock_administrators() returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  select pg_advisory_xact_lock(7190217430) $$;
