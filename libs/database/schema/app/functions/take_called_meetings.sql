-- A rule or zone that comes to the time of a meeting that was called: that meeting is the day's own, as if it
-- had been called for the rule's day (app.take_rule_day). Calling it off leaves no other one of that time.
create or replace function app.take_called_meetings(p_table uuid) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  update app.meeting m set occurs_on = x.day, version = m.version + 1
    from (select distinct on (r.day) r.day, k.id from app.meeting k
      cross join lateral app.rule_days(p_table, app.day_at(p_table, k.scheduled_for),
        app.day_at(p_table, k.scheduled_for)) r
      where k.table_id = p_table and k.kind = 'regular' and k.occurs_on is null and k.opened_at is null
        and k.called_off_at is null and k.scheduled_for > sec.domain_now() and r.at = k.scheduled_for
        and not exists (select from app.meeting o where o.table_id = p_table and o.occurs_on = r.day)
      order by r.day, k.id) x
    where m.table_id = p_table and m.id = x.id $$;
