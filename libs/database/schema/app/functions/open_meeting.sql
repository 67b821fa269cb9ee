create or replace function app.open_meeting(p_meeting uuid, p_version integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if skipped or m.opened_at is not null or m.called_off_at is not null
    then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  -- Two meetings that are opened at once are counted one after the other.
  perform sec.lock_roles(array[m.table_id]);
  if exists (select from app.meeting other where other.table_id = m.table_id and other.opened_at is not null
      and other.closed_at is null) then
    raise exception 'meeting.anotherOpen' using errcode = 'P0001';
  end if;
  update app.meeting set opened_at = sec.domain_now(), version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  perform pg_advisory_xact_lock(hashtextextended('agenda ' || m.table_id, 0));
  insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position, due_on, overdue,
      contact_overdue)
  select m.table_id, m.id, d.situation_id, d.section, d.position, d.due_on, d.overdue, d.contact_overdue
    from app.agenda_draft(m.table_id, m.kind) d;
  perform audit.record('meeting.begin', 'meeting', m.id, '{}', 'allow');
  return m.version + 1;
end $$;

grant execute on function app.open_meeting(uuid, integer) to coordinator;
