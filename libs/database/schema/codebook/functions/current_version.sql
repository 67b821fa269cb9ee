create or replace function codebook.current_version() returns int
  language sql stable security definer set search_path = pg_catalog as $$
  select max(version.version) from codebook.version $$;

grant execute on function codebook.current_version() to rep, coordinator, auditor, administrator, privacy;
