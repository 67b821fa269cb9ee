create or replace function app.open_meeting_of(c sec.ctx_t, p_meeting uuid) returns app.meeting
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m app.meeting;
begin
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id
    and meeting.id = p_meeting for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if m.opened_at is null or m.closed_at is not null
    then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  return m;
end $$;
