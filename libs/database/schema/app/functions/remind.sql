-- The clock's own: twelve hours before the first contact is due, when something is overdue, and the day
-- before the meeting from nine o'clock at the table.
-- One table, in a transaction of its own; asked of those whose time has come (app.tables_to_remind). It is
-- looked at again when the next of its times comes, at the latest in an hour: who takes a seat meanwhile is
-- told then.
create or replace function app.remind(p_table uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare t sec.situation_table; c record; n integer := 0; here timestamp; tomorrow date; called boolean;
now_at timestamptz := sec.domain_now(); soonest timestamptz; found_any boolean := false;
begin
  -- What changes while this looks sets the time after it, and not before.
  perform from app.reminder where reminder.table_id = p_table for update;
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table
    and situation_table.ended_at is null;
  if not found then
    update app.reminder set next_at = 'infinity' where reminder.table_id = p_table;
    return 0;
  end if;
  here := sec.domain_now() at time zone t.time_zone;
  tomorrow := here::date + 1;
  called := here::time >= time '09:00'
    and exists (select from app.meetings_between(t.id, tomorrow, tomorrow) m
    where m.kind = 'regular' and m.state = 'scheduled');
  for c in select k.* from app.reports_due(t.id) k loop
    found_any := true;
    if c.reported_at is null then
      soonest := least(soonest, case
          when c.contact_due_at - interval '12 hours' > now_at then c.contact_due_at - interval '12 hours'
          when c.contact_due_at > now_at then c.contact_due_at end);
    end if;
    if c.overdue or c.contact_overdue then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.overdue', t.id, c.situation_id, case
          when c.overdue then to_char(c.due_on, 'YYYY-MM-DD') else 'contact' end || c.agency_id);
    end if;
    if c.reported_at is null and not c.contact_overdue
      and c.contact_due_at <= sec.domain_now() + interval '12 hours' then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.dueSoon', t.id, c.situation_id,
          extract(epoch from c.contact_due_at)::text || c.agency_id);
    end if;
    if c.due_on <= tomorrow and called then
      n := n + sec.tell_seated('rep', c.agency_id, 'situation.reportCalled', t.id, c.situation_id,
          to_char(tomorrow, 'YYYY-MM-DD') || c.agency_id);
    end if;
  end loop;
  update app.reminder set next_at = case
      when not found_any then 'infinity'
      else least(soonest, tomorrow::timestamp at time zone t.time_zone,
        case when here::time < time '09:00' then (here::date + time '09:00') at time zone t.time_zone end,
        now_at + interval '1 hour') end
    where reminder.table_id = t.id;
  return n;
end $$;

grant execute on function app.remind(uuid) to job;
