-- A number as something to sort by: as text, 2026-1000 comes before 2026-999.
create or replace function app.number_order(p_number text) returns integer[]
  language sql immutable set search_path = pg_catalog as $$
  select string_to_array(p_number, '-')::integer[] $$;

grant execute on function app.number_order(text) to job;
grant execute on function app.number_order(text) to privacy;
