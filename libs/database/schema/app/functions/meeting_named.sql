-- One meeting of the viewer's table by its id, planned ones too: those of a month back and of a year ahead.
create or replace function app.meeting_named(p_table uuid, p_meeting uuid)
returns table (table_id uuid, id uuid, kind text, state text, meets_on date, scheduled_for timestamptz,
    occurs_on date,
  place text, opened_at timestamptz, closed_at timestamptz, version integer)
language sql stable set search_path = pg_catalog as $$
  with near as (
    select coalesce(app.day_at(p_table, coalesce(m.opened_at, m.scheduled_for)), d.day) as day
    from (select sec.today(p_table) as today) now
    left join app.meeting m on m.table_id = p_table and m.id = p_meeting
    left join lateral (select r.day from app.rule_days(p_table, now.today - 31, now.today + 400) r
      where m.id is null and app.meeting_id_of(p_table, r.day) = p_meeting) d on true
  )
  select p_table, c.id, c.kind, c.state, c.meets_on, c.scheduled_for, c.occurs_on, c.place, c.opened_at,
    c.closed_at,
    c.version
  from near cross join lateral app.meetings_between(p_table, near.day, near.day) c where c.id = p_meeting $$;

grant execute on function app.meeting_named(uuid, uuid) to rep, coordinator;
