-- The meeting, locked against its change or against its end; a caller that waited is judged again.
create or replace function app.meeting_to_change(c sec.ctx_t, p_meeting uuid,
    p_version integer) returns app.meeting
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m app.meeting;
begin
  perform app.begin_planned(c.table_id, p_meeting);
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id
    and meeting.id = p_meeting for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if m.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  return m;
end $$;
