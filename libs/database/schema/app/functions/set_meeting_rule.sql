create or replace function app.set_meeting_rule(p_version int, p_days int[], p_every int, p_anchor date,
    p_time time, p_from date)
returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); kept int;
begin
  select p.version into kept from sec.meeting_plan p where p.table_id = c.table_id for no key update;
  perform sec.still_entered();
  if kept is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_from < sec.today(c.table_id) then
    raise exception 'meeting.rulePast' using errcode = 'P0001';
  end if;
  perform sec.check_reach(p_from, 'from');
  perform sec.check_reach(p_anchor, 'anchorOn');
  if not sec.write_rule(c.table_id, p_days, p_every, p_anchor, p_time, p_from) then return kept; end if;
  perform sec.plan_changed(c.table_id);
  return kept + 1;
end $$;

grant execute on function app.set_meeting_rule(int, int[], int, date, time, date) to coordinator;
