-- ---------------------------------------------------------------- what agencies report by
-- Every accepted role of a table with its times, under the rights of the caller. An agency reports by the
-- first meeting after it accepted; once it reported, by the one after the meeting that it reported for. Two
-- facts, each with its own time: overdue is that day passed without a report, contact_overdue the first
-- contact. Whoever shows one of them shows its own time beside it.
create or replace function app.reports_due(p_table uuid) returns table (situation_id uuid, agency_id uuid,
    role text,
  contact_due_at timestamptz, reported_at timestamptz, due_on date, overdue boolean, contact_overdue boolean)
language sql stable set search_path = pg_catalog as $$
  with role as (
    select a.situation_id, a.agency_id, a.role, a.contact_due_at, r.reported_at,
      (a.answered_at at time zone t.time_zone)::date as accepted_on,
        (r.reported_at at time zone t.time_zone)::date as reported_on
    -- From what is open: a role stays accepted when its situation is concluded.
    from (select x.table_id, x.id from app.situation x where x.table_id = p_table
      and x.stage in ('planning', 'intervention') offset 0) s
    cross join lateral (select y.table_id, y.situation_id, y.agency_id, y.role, y.contact_due_at,
        y.answered_at, y.state from app.assignment y where y.table_id = s.table_id and y.situation_id = s.id
        and y.state = 'accepted' offset 0) a
    join sec.situation_table t on t.id = a.table_id
    left join lateral (select max(b.reported_at) as reported_at from app.report_back b
      where b.table_id = a.table_id and b.situation_id = a.situation_id and b.agency_id = a.agency_id
        and b.reported_at >= a.answered_at) r on true
  ), span as (
    select min(role.accepted_on) as first_on, sec.today(p_table) as today from role
  ), meets as materialized (
    select d.day from span cross join lateral
      app.meeting_days(p_table, span.first_on, app.calendar_reach(p_table, span.today)) d
  )
  select role.situation_id, role.agency_id, role.role, role.contact_due_at, role.reported_at, due.on_day,
    due.on_day < span.today, role.reported_at is null and role.contact_due_at < sec.domain_now()
  from role cross join span
  cross join lateral (select min(meets.day) as on_day from meets where meets.day > case
      when role.reported_on is null
    then role.accepted_on
      else (select min(before.day) from meets before where before.day >= role.reported_on) end) due $$;

grant execute on function app.reports_due(uuid) to rep, coordinator;
