-- A regular meeting that is called for a day of the rule is that day's meeting, not a second one beside it.
create or replace function app.take_rule_day() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare r record;
begin
  perform from sec.meeting_plan p where p.table_id = new.table_id for no key update;
  select c.meets_on, c.scheduled_for, c.announced_anew, c.state into r
    from app.meetings_between(new.table_id, app.day_at(new.table_id, new.scheduled_for),
      app.day_at(new.table_id, new.scheduled_for)) c
    where c.version = 0 and c.occurs_on is not null;
  if not found then return new; end if;
  new.occurs_on := r.meets_on;
  if tg_op = 'INSERT' then
    new.announced_anew := r.announced_anew
      + case when r.scheduled_for = new.scheduled_for and r.state = 'scheduled' then 0 else 1 end;
  end if;
  return new;
end $$;
