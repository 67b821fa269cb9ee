-- A day by which the rule of a table has surely had two meetings after the given one: a rule has one in 14
-- days at most, and only what is counted here can take one away.
create or replace function app.calendar_reach(p_table uuid, p_day date) returns date
language sql stable set search_path = pg_catalog as $$
  select greatest(p_day, sec.today(p_table)) + 14 * (5 + (
    (select count(*) from app.meeting m where m.table_id = p_table and m.occurs_on > p_day)
    + (select count(*) from sec.holiday h where h.on_day > p_day and h.gone_version is null)
    + (select count(*) from sec.meeting_rule r where r.table_id = p_table and r.from_on > p_day))::int) $$;

grant execute on function app.calendar_reach(uuid, date) to rep, coordinator;
