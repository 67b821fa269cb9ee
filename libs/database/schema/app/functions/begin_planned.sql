-- A planned meeting gets its row when somebody first acts on it: version 0, which that act raises. A
-- holiday's is counted once more for calendars, since what is done with it shows it.
create or replace function app.begin_planned(p_table uuid, p_meeting uuid) returns void
  language plpgsql volatile security definer
set search_path = pg_catalog as $$
begin
  perform from app.meeting m where m.table_id = p_table and m.id = p_meeting;
  if found then return; end if;
  perform from sec.meeting_plan p where p.table_id = p_table for no key update;
  insert into app.meeting (table_id, id, kind, occurs_on, scheduled_for, version, announced_at,
      announced_anew)
  select p_table, n.id, n.kind, n.occurs_on, n.scheduled_for, 0, c.announced_at,
    c.announced_anew + case n.state when 'skipped' then 1 else 0 end
  from app.meeting_named(p_table, p_meeting) n
  join app.meetings_between(p_table, n.meets_on, n.meets_on) c on c.id = n.id
  on conflict do nothing;
end $$;
