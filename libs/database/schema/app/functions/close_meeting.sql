create or replace function app.close_meeting(p_meeting uuid, p_version integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context();
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if m.opened_at is null or m.closed_at is not null
    then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  update app.meeting set closed_at = sec.domain_now(), version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  update app.meeting_card set situation_id = null, with_summary = false, version = meeting_card.version + 1
    where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id;
  perform app.end_projectors_of(m.table_id);
  perform audit.record('meeting.close', 'meeting', m.id, '{}', 'allow');
  return m.version + 1;
end $$;

grant execute on function app.close_meeting(uuid, integer) to coordinator;
