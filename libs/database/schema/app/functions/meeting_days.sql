-- The days on which the table has, had or will have its regular meeting.
create or replace function app.meeting_days(p_table uuid, p_from date, p_until date) returns table (day date)
language sql stable set search_path = pg_catalog as $$
  select distinct c.meets_on from app.meetings_between(p_table, p_from, p_until) c
  where c.kind = 'regular' and c.state in ('scheduled', 'open', 'closed') $$;

grant execute on function app.meeting_days(uuid, date, date) to rep, coordinator;
