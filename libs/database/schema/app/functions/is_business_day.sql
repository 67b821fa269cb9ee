-- ---------------------------------------------------------------- business days
-- Monday to Friday, less the holidays of the installation.
create or replace function app.is_business_day(p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select extract(isodow from p_day) < 6
    and not exists (select from sec.holiday h where h.on_day = p_day and h.gone_version is null) $$;
