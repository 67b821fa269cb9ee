-- Takes back a calling-off or a holiday's; a meeting that was moved goes back to the time that the rule has
-- for it.
create or replace function app.restore_meeting(p_meeting uuid, p_version integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version); back timestamptz;
begin
  if m.opened_at is not null then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  select d.at into back from app.rule_days(m.table_id, m.occurs_on, m.occurs_on) d;
  if skipped or m.called_off_at is not null then back := m.scheduled_for;
  elsif back is null or back = m.scheduled_for
    then raise exception 'meeting.nothingToRestore' using errcode = 'P0001'; end if;
  if back < sec.domain_now() - interval '1 hour'
    then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  perform app.refuse_same_time(m.table_id, m.id, m.kind, back, m.occurs_on is null);
  update app.meeting set scheduled_for = back, called_off_at = null, version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.restore', 'meeting', m.id, '{}', 'allow');
  if back = m.scheduled_for
    then perform sec.tell_of_meeting('meeting.restored', c.table_id, m.id, null, back);
  else perform sec.tell_of_meeting('meeting.moved', c.table_id, m.id, m.scheduled_for, back); end if;
  return m.version + 1;
end $$;

grant execute on function app.restore_meeting(uuid, integer) to coordinator;
