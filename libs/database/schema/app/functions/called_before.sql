-- What is older than the week that the digest told of was called before.
create or replace function app.called_before(p_agency uuid) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as $$
  select (app.week_on(p_agency) - 7 + time '08:00') at time zone coalesce(app.agency_zone(p_agency),
      'UTC') $$;
