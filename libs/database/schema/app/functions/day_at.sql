create or replace function app.day_at(p_table uuid, p_at timestamptz) returns date
language sql stable set search_path = pg_catalog as $$
  select (p_at at time zone t.time_zone)::date from sec.situation_table t where t.id = p_table $$;

grant execute on function app.day_at(uuid, timestamptz) to rep, coordinator;
