-- applied: before tables
create or replace function audit.us_of(p_day date) returns bigint
  language sql immutable set search_path = pg_catalog as $$
  select (extract(epoch from p_day::timestamp) * 1000000)::bigint $$;
