-- Two regular meetings of one table cannot be at one time. One that was opened is where it was. A meeting that
-- is no day's of the rule takes the day's own (app.take_rule_day); another has its day, and comes beside it.
create or replace function app.refuse_same_time(p_table uuid, p_meeting uuid, p_kind text, p_at timestamptz,
    p_takes boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from sec.meeting_plan p where p.table_id = p_table for no key update;
  if p_kind = 'regular' and exists (select from app.meetings_between(p_table, app.day_at(p_table, p_at),
      app.day_at(p_table, p_at)) n
    where n.id is distinct from p_meeting and n.kind = 'regular' and n.state = 'scheduled'
      and n.scheduled_for = p_at and not (p_takes and n.version = 0))
    then raise exception 'meeting.sameTime' using errcode = 'P0001'; end if;
end $$;
