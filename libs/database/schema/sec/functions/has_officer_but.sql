-- ---------------------------------------------------------------- whose word an offer needs
create or replace function sec.has_officer_but(p_agency uuid, p_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.officers(p_agency) x where x <> p_user) $$;
