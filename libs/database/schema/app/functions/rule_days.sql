-- ---------------------------------------------------------------- the rule, day by day
-- The days on which a table's rule has a meeting, holidays among them, and the instant at the table's clock.
create or replace function app.rule_days(p_table uuid, p_from date, p_until date) returns table (day date,
    at timestamptz)
language sql stable set search_path = pg_catalog as $$
  with rule as (
    select r.from_on, lead(r.from_on) over (order by r.from_on) as next_on, r.days, r.every_weeks, r.at_time,
      r.anchor_on - extract(isodow from r.anchor_on)::int as anchor
    from sec.meeting_rule r where r.table_id = p_table
  )
  select d.day, (d.day + rule.at_time) at time zone t.time_zone
  from rule
  join sec.situation_table t on t.id = p_table
  cross join lateral (
    select greatest(p_from, rule.from_on) + n as day
    from generate_series(0, least(p_until, rule.next_on - 1) - greatest(p_from, rule.from_on)) n
  ) d
  -- A meeting that is no day's of the rule asks with null, which greatest and least would take for no limit.
  where p_from <= p_until and extract(isodow from d.day)::int = any (rule.days)
    and (d.day - extract(isodow from d.day)::int - rule.anchor) / 7 % rule.every_weeks = 0 $$;

grant execute on function app.rule_days(uuid, date, date) to rep, coordinator;
