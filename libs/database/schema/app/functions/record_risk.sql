create or replace function app.record_risk(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid;
begin
  select meeting.id into strict m from app.meeting where meeting.table_id = s.table_id
    and meeting.opened_at is not null and meeting.closed_at is null for share;
  update app.workflow set risk_recorded_by = c.user_id, risk_meeting_id = m
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  insert into app.risk_decision (table_id, situation_id, meeting_id, four_points, decided_by,
      agencies_present, recorded_at)
  values (s.table_id, s.id, m, array(select jsonb_array_elements_text(p -> 'fourPoints')), p ->> 'decidedBy',
    -- As meeting_open_with_two counts: an agency that left the table during the meeting decided nothing.
    array(select attendance.agency_id from app.attendance join sec.table_agency ta
      on ta.table_id = attendance.table_id and ta.agency_id = attendance.agency_id and ta.left_at is null
      where attendance.table_id = s.table_id and attendance.meeting_id = m), sec.domain_now());
end $$;
