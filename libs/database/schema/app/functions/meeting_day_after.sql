create or replace function app.meeting_day_after(p_table uuid, p_day date) returns date
language sql stable set search_path = pg_catalog as $$
  select min(d.day) from app.meeting_days(p_table, p_day + 1, app.calendar_reach(p_table, p_day)) d $$;

grant execute on function app.meeting_day_after(uuid, date) to rep, coordinator;
