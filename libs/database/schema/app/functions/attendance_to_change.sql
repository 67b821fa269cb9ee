-- For what counts who attends: one such change of a meeting at a time.
create or replace function app.attendance_to_change(c sec.ctx_t, p_meeting uuid) returns app.meeting
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from app.meeting where meeting.table_id = c.table_id and meeting.id = p_meeting for update;
  return app.open_meeting_of(c, p_meeting);
end $$;
