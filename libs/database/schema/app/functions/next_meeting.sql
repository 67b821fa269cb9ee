-- The next meeting of a kind: today's until it is opened, or until the day is over.
create or replace function app.next_meeting(p_table uuid, p_kind text default 'regular')
returns table (id uuid, meets_on date, scheduled_for timestamptz)
language sql stable set search_path = pg_catalog as $$
  select c.id, c.meets_on, c.scheduled_for
  from (select sec.today(p_table) as today) now
  cross join lateral app.meetings_between(p_table, now.today, app.calendar_reach(p_table, now.today)) c
  where c.kind = p_kind and c.state = 'scheduled'
  order by c.scheduled_for, c.id limit 1 $$;

grant execute on function app.next_meeting(uuid, text) to rep, coordinator;
