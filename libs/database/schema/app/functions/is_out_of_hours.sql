-- Hours in which an office is usually empty, by the clock on the wall there.
create or replace function app.is_out_of_hours(p_here timestamp) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select extract(isodow from p_here) > 5 or p_here::time < time '07:00' or p_here::time >= time '19:00' $$;
