create or replace function app.week_on(p_agency uuid) returns date
  language sql volatile security definer set search_path = pg_catalog as $$
  select date_trunc('week',
      (sec.domain_now() at time zone coalesce(app.agency_zone(p_agency), 'UTC')) - interval '8 hours')::date
    $$;
