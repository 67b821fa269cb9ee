create or replace function stats.next_boundary(t sec.situation_table) returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as $$
  select ((stats.seal_boundary(t) at time zone t.time_zone) + interval '7 days') at time zone t.time_zone $$;
