-- The last Sunday, 03:00 in the table's zone, that has passed.
create or replace function stats.seal_boundary(t sec.situation_table) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as $$
  select (date_trunc('week',
        (sec.domain_now() at time zone t.time_zone) + interval '1 day' - interval '3 hours') - interval
      '1 day' + interval '3 hours') at time zone t.time_zone $$;
