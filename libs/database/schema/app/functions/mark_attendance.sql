-- Version 0 stands for "not marked"; mode null takes a mark back. What a mark has disclosed stays in the
-- ledger.
create or replace function app.mark_attendance(p_meeting uuid, p_agency uuid, p_version integer, p_mode text,
    p_basis text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); m app.meeting := app.attendance_to_change(c, p_meeting);
ta sec.table_agency; a app.attendance;
begin
  select table_agency.* into ta from sec.table_agency where table_agency.table_id = c.table_id
    and table_agency.agency_id = p_agency and table_agency.left_at is null for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  select attendance.* into a from app.attendance where attendance.table_id = m.table_id
    and attendance.meeting_id = m.id and attendance.agency_id = p_agency for update;
  if coalesce(a.version, 0) is distinct from p_version then raise exception 'stale' using errcode = '40001';
  end if;
  if p_mode is not null
    and (ta.has_account and p_basis is not null or not ta.has_account
      and app.code_active('legalBasis', p_basis) is not true) then
    raise exception 'meeting.attendanceBasis' using errcode = 'P0001';
  end if;
  if p_mode is null then
    delete from app.attendance where attendance.table_id = m.table_id and attendance.meeting_id = m.id
      and attendance.agency_id = p_agency;
  else
    insert into app.attendance as kept (table_id, meeting_id, agency_id, mode, entered_for_agency,
        basis) values (m.table_id, m.id, p_agency, p_mode, not ta.has_account, p_basis)
    on conflict on constraint attendance_pkey
      do update set mode = excluded.mode, entered_for_agency = excluded.entered_for_agency,
      basis = excluded.basis, version = kept.version + 1;
  end if;
  perform audit.record('meeting.attendance', 'meeting', m.id, '{}', 'allow', null,
      jsonb_build_object('agency', p_agency, 'mode', p_mode, 'basis', p_basis));
  return case when p_mode is null then 0 else p_version + 1 end;
end $$;

grant execute on function app.mark_attendance(uuid, uuid, integer, text, text) to coordinator;
