-- The clock's own: twelve hours before the first contact is due, when something is overdue, and the day
-- before the meeting from nine o'clock at the table.
-- One table, in a transaction of its own; asked of every table where an agency has a part
-- (app.tables_to_remind).
create or replace function app.remind(p_table uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare t sec.situation_table; c record; n integer := 0; here timestamp; tomorrow date; called boolean;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table
    and situation_table.ended_at is null;
  if not found then return 0; end if;
  here := sec.domain_now() at time zone t.time_zone;
  tomorrow := here::date + 1;
  called := here::time >= time '09:00'
    and exists (select from app.meetings_between(t.id, tomorrow, tomorrow) m
    where m.kind = 'regular' and m.state = 'scheduled');
  for c in select k.* from app.report_clock(t.id) k
    where k.overdue or k.contact_overdue
      or (k.reported_at is null and k.contact_due_at <= sec.domain_now() + interval '12 hours')
      or (k.due_on <= tomorrow and called) loop
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
  return n;
end $$;

grant execute on function app.remind(uuid) to job;
