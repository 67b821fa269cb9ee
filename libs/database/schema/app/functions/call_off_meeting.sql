create or replace function app.call_off_meeting(p_meeting uuid, p_version integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if skipped or m.opened_at is not null or m.called_off_at is not null
    then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  update app.meeting set called_off_at = sec.domain_now(), version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.callOff', 'meeting', m.id, '{}', 'allow');
  if m.scheduled_for > sec.domain_now() - interval '1 hour' then
    perform sec.tell_of_meeting('meeting.calledOff', c.table_id, m.id, m.scheduled_for, null);
  end if;
  return m.version + 1;
end $$;

grant execute on function app.call_off_meeting(uuid, integer) to coordinator;
