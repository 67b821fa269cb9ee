-- The one source. Every meeting of a table on these days of its clock: what is in app.meeting, and the days
-- of the rule that nothing there stands for. A skipped one is a holiday's. What was opened has the day on
-- which it was held.
create or replace function app.meetings_between(p_table uuid, p_from date, p_until date)
returns table (id uuid, kind text, state text, meets_on date, scheduled_for timestamptz, occurs_on date,
    place text,
  opened_at timestamptz, closed_at timestamptz, holiday text, version integer, announced_at timestamptz,
    announced_anew integer)
language sql stable set search_path = pg_catalog as $$
  select m.id, m.kind, case when m.closed_at is not null then 'closed' when m.opened_at is not null
    then 'open'
      when m.called_off_at is not null then 'calledOff' else 'scheduled' end,
    (coalesce(m.opened_at, m.scheduled_for) at time zone t.time_zone)::date, m.scheduled_for, m.occurs_on,
      m.place,
    m.opened_at, m.closed_at, null, m.version, m.announced_at, m.announced_anew
  from app.meeting m
  join sec.situation_table t on t.id = m.table_id
  where m.table_id = p_table
    -- By index first, a day to either side: the zone's own bounds come from a join, which no index can use.
    -- Under the policies PostgreSQL takes an index for a case and not for a coalesce (contain_leaked_vars).
    and case when m.opened_at is null then m.scheduled_for else m.opened_at end
      >= (p_from - 1)::timestamp at time zone 'UTC'
    and case when m.opened_at is null then m.scheduled_for else m.opened_at end
      < (p_until + 2)::timestamp at time zone 'UTC'
    and coalesce(m.opened_at, m.scheduled_for) >= p_from::timestamp at time zone t.time_zone
    and coalesce(m.opened_at, m.scheduled_for) < (p_until + 1)::timestamp at time zone t.time_zone
  union all
  select app.meeting_id_of(p_table, d.day), 'regular', case when h.on_day is null then 'scheduled'
    else 'skipped' end,
    d.day, d.at, d.day, null, null, null, h.name, 0,
    greatest(p.changed_at, l.changed_at), p.version + l.version - 2
  from app.rule_days(p_table, p_from, p_until) d
  join sec.meeting_plan p on p.table_id = p_table
  cross join sec.holiday_list l
  left join sec.holiday h on h.on_day = d.day and h.gone_version is null
  where not exists (select from app.meeting m where m.table_id = p_table and m.occurs_on = d.day
    and m.occurs_on between p_from and p_until)
    -- A meeting that was moved from another day stands for the rule's of just that time, too, also when it is
    -- called off: everybody was told that there is none at that time.
    and not exists (select from app.meeting m where m.table_id = p_table and m.scheduled_for = d.at
      and m.kind = 'regular' and m.opened_at is null
      and m.scheduled_for >= (p_from - 1)::timestamp at time zone 'UTC'
      and m.scheduled_for < (p_until + 2)::timestamp at time zone 'UTC') $$;

grant execute on function app.meetings_between(uuid, date, date) to rep, coordinator;
