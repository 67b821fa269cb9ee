create or replace function stats.sector_of(p_agency uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select agency.sector from sec.agency where agency.id = p_agency $$;
