-- A planned meeting has its id before anybody touches it, so that calendars and routes can name it.
create or replace function app.meeting_id_of(p_table uuid, p_day date) returns uuid
language sql immutable set search_path = pg_catalog as $$
  select overlay(overlay(md5(p_table::text || to_char(p_day, 'YYYY-MM-DD')) placing '4' from 13) placing '8'
      from 17)::uuid $$;

grant execute on function app.meeting_id_of(uuid, date) to rep, coordinator;
