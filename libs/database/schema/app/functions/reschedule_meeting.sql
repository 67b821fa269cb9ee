create or replace function app.reschedule_meeting(p_meeting uuid, p_version integer, p_at timestamptz,
    p_place text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context();
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if m.opened_at is not null or m.called_off_at is not null
    then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  if p_at < sec.domain_now() - interval '1 hour'
    then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  perform sec.check_reach((p_at at time zone 'UTC')::date, 'scheduledFor');
  perform app.refuse_same_time(m.table_id, m.id, m.kind, p_at, m.occurs_on is null);
  update app.meeting set scheduled_for = p_at, place = p_place, version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.reschedule', 'meeting', m.id, '{}', 'allow');
  if m.scheduled_for <> p_at
    then perform sec.tell_of_meeting('meeting.moved', c.table_id, m.id, m.scheduled_for, p_at); end if;
  return m.version + 1;
end $$;

grant execute on function app.reschedule_meeting(uuid, integer, timestamptz, text) to coordinator;
