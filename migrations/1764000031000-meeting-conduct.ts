import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a coordinator does with a meeting: convene, open, mark, note, put on the table, close. Each is one audited function; no persona writes the tables. */
export class MeetingConduct1764000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function app.chair() returns sec.ctx_t language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> 'coordinator' then raise exception 'not for this seat' using errcode = '42501'; end if;
  return c;
end $$;

-- A planned meeting gets its row when somebody first acts on it: version 0, which that act raises. A holiday's is counted once
-- more for calendars, since what is done with it shows it.
create function app.begin_planned(p_table uuid, p_meeting uuid) returns void language plpgsql volatile security definer
set search_path = pg_catalog as $$
begin
  perform from app.meeting m where m.table_id = p_table and m.id = p_meeting;
  if found then return; end if;
  perform from sec.meeting_plan p where p.table_id = p_table for no key update;
  insert into app.meeting (table_id, id, kind, occurs_on, scheduled_for, version, announced_at, announced_anew)
  select p_table, n.id, n.kind, n.occurs_on, n.scheduled_for, 0, c.announced_at,
    c.announced_anew + case n.state when 'skipped' then 1 else 0 end
  from app.meeting_named(p_table, p_meeting) n
  join app.meetings_between(p_table, n.meets_on, n.meets_on) c on c.id = n.id
  on conflict do nothing;
end $$;
create function app.is_skipped(p_table uuid, p_meeting uuid) returns boolean language sql stable security definer
set search_path = pg_catalog as $$
  select exists (select from app.meeting_named(p_table, p_meeting) n where n.state = 'skipped') $$;

-- The meeting, locked against its change or against its end; a caller that waited is judged again.
create function app.meeting_to_change(c sec.ctx_t, p_meeting uuid, p_version integer) returns app.meeting language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m app.meeting;
begin
  perform app.begin_planned(c.table_id, p_meeting);
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id and meeting.id = p_meeting for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if m.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  return m;
end $$;
-- For what counts who attends: one such change of a meeting at a time.
create function app.attendance_to_change(c sec.ctx_t, p_meeting uuid) returns app.meeting language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from app.meeting where meeting.table_id = c.table_id and meeting.id = p_meeting for update;
  return app.open_meeting_of(c, p_meeting);
end $$;
create function app.open_meeting_of(c sec.ctx_t, p_meeting uuid) returns app.meeting language plpgsql volatile security definer set search_path = pg_catalog as $$
declare m app.meeting;
begin
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id and meeting.id = p_meeting for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform sec.still_entered();
  if m.opened_at is null or m.closed_at is not null then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  return m;
end $$;

create function app.convene(p_kind text, p_at timestamptz, p_place text) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); made app.meeting; planned record;
begin
  if p_at < sec.domain_now() - interval '1 hour' then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  perform from sec.meeting_plan p where p.table_id = c.table_id for no key update;
  select n.id, n.state, n.scheduled_for into planned
    from app.meetings_between(c.table_id, app.day_at(c.table_id, p_at), app.day_at(c.table_id, p_at)) n
    where p_kind = 'regular' and n.version = 0;
  insert into app.meeting (table_id, id, kind, scheduled_for, place)
    values (c.table_id, coalesce(planned.id, gen_random_uuid()), p_kind, p_at, p_place) returning meeting.* into made;
  perform audit.record('meeting.convene', 'meeting', made.id, '{}', 'allow', null, jsonb_build_object('kind', p_kind));
  if planned.id is null then perform sec.tell_of_meeting('meeting.convened', c.table_id, made.id, null, p_at);
  elsif planned.state = 'skipped' then perform sec.tell_of_meeting('meeting.restored', c.table_id, made.id, null, p_at);
  elsif planned.scheduled_for <> p_at then
    perform sec.tell_of_meeting('meeting.moved', c.table_id, made.id, planned.scheduled_for, p_at);
  end if;
  return made.id;
end $$;

create function app.reschedule_meeting(p_meeting uuid, p_version integer, p_at timestamptz, p_place text) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if m.opened_at is not null or m.called_off_at is not null then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  if p_at < sec.domain_now() - interval '1 hour' then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  update app.meeting set scheduled_for = p_at, place = p_place, version = meeting.version + 1 where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.reschedule', 'meeting', m.id, '{}', 'allow');
  if m.scheduled_for <> p_at then perform sec.tell_of_meeting('meeting.moved', c.table_id, m.id, m.scheduled_for, p_at); end if;
  return m.version + 1;
end $$;

create function app.call_off_meeting(p_meeting uuid, p_version integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if skipped or m.opened_at is not null or m.called_off_at is not null then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  update app.meeting set called_off_at = sec.domain_now(), version = meeting.version + 1 where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.callOff', 'meeting', m.id, '{}', 'allow');
  if m.scheduled_for > sec.domain_now() - interval '1 hour' then
    perform sec.tell_of_meeting('meeting.calledOff', c.table_id, m.id, m.scheduled_for, null);
  end if;
  return m.version + 1;
end $$;

-- Takes back a calling-off or a holiday's; a meeting that was moved goes back to the time that the rule has for it.
create function app.restore_meeting(p_meeting uuid, p_version integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version); back timestamptz;
begin
  if m.opened_at is not null then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  select d.at into back from app.rule_days(m.table_id, m.occurs_on, m.occurs_on) d;
  if skipped or m.called_off_at is not null then back := m.scheduled_for;
  elsif back is null or back = m.scheduled_for then raise exception 'meeting.nothingToRestore' using errcode = 'P0001'; end if;
  if back < sec.domain_now() - interval '1 hour' then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  update app.meeting set scheduled_for = back, called_off_at = null, version = meeting.version + 1
    where meeting.table_id = m.table_id and meeting.id = m.id;
  perform audit.record('meeting.restore', 'meeting', m.id, '{}', 'allow');
  if back = m.scheduled_for then perform sec.tell_of_meeting('meeting.restored', c.table_id, m.id, null, back);
  else perform sec.tell_of_meeting('meeting.moved', c.table_id, m.id, m.scheduled_for, back); end if;
  return m.version + 1;
end $$;

create function app.open_meeting(p_meeting uuid, p_version integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); skipped boolean := app.is_skipped(c.table_id, p_meeting);
  m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if skipped or m.opened_at is not null or m.called_off_at is not null then raise exception 'meeting.notScheduled' using errcode = 'P0001'; end if;
  -- Two meetings that are opened at once are counted one after the other.
  perform sec.lock_roles(array[m.table_id]);
  if exists (select from app.meeting other where other.table_id = m.table_id and other.opened_at is not null and other.closed_at is null) then
    raise exception 'meeting.anotherOpen' using errcode = 'P0001';
  end if;
  update app.meeting set opened_at = sec.domain_now(), version = meeting.version + 1 where meeting.table_id = m.table_id and meeting.id = m.id;
  insert into app.agenda_entry (table_id, meeting_id, situation_id, section, position, due_on, overdue, contact_overdue)
  select m.table_id, m.id, d.situation_id, d.section, d.position, d.due_on, d.overdue, d.contact_overdue from app.agenda_draft(m.table_id, m.kind) d;
  perform audit.record('meeting.begin', 'meeting', m.id, '{}', 'allow');
  return m.version + 1;
end $$;

create function app.close_meeting(p_meeting uuid, p_version integer) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting := app.meeting_to_change(c, p_meeting, p_version);
begin
  if m.opened_at is null or m.closed_at is not null then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  update app.meeting set closed_at = sec.domain_now(), version = meeting.version + 1 where meeting.table_id = m.table_id and meeting.id = m.id;
  update app.meeting_card set situation_id = null, with_summary = false, version = meeting_card.version + 1 where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id;
  perform app.end_projectors_of(m.table_id);
  perform audit.record('meeting.close', 'meeting', m.id, '{}', 'allow');
  return m.version + 1;
end $$;

-- Version 0 stands for "not marked"; mode null takes a mark back. What a mark has disclosed stays in the ledger.
create function app.mark_attendance(p_meeting uuid, p_agency uuid, p_version integer, p_mode text, p_basis text) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting := app.attendance_to_change(c, p_meeting); ta sec.table_agency; a app.attendance;
begin
  select table_agency.* into ta from sec.table_agency where table_agency.table_id = c.table_id and table_agency.agency_id = p_agency and table_agency.left_at is null for share;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  select attendance.* into a from app.attendance where attendance.table_id = m.table_id and attendance.meeting_id = m.id and attendance.agency_id = p_agency for update;
  if coalesce(a.version, 0) is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_mode is not null and (ta.has_account and p_basis is not null or not ta.has_account and app.code_active('legalBasis', p_basis) is not true) then
    raise exception 'meeting.attendanceBasis' using errcode = 'P0001';
  end if;
  if p_mode is null then
    delete from app.attendance where attendance.table_id = m.table_id and attendance.meeting_id = m.id and attendance.agency_id = p_agency;
  else
    insert into app.attendance as kept (table_id, meeting_id, agency_id, mode, entered_for_agency, basis) values (m.table_id, m.id, p_agency, p_mode, not ta.has_account, p_basis)
    on conflict on constraint attendance_pkey do update set mode = excluded.mode, entered_for_agency = excluded.entered_for_agency, basis = excluded.basis, version = kept.version + 1;
  end if;
  perform audit.record('meeting.attendance', 'meeting', m.id, '{}', 'allow', null, jsonb_build_object('agency', p_agency, 'mode', p_mode, 'basis', p_basis));
  return case when p_mode is null then 0 else p_version + 1 end;
end $$;

create function app.note_decision(p_meeting uuid, p_situation uuid, p_version integer, p_noted text) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting := app.open_meeting_of(c, p_meeting); e app.agenda_entry; s app.situation;
begin
  select agenda_entry.* into e from app.agenda_entry where agenda_entry.table_id = m.table_id and agenda_entry.meeting_id = m.id and agenda_entry.situation_id = p_situation for update;
  select situation.* into s from app.situation where situation.table_id = m.table_id and situation.id = p_situation and not situation.hidden;
  if e.situation_id is null or s.id is null then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_noted is not null and (s.stage = any (case p_noted when 'moreInformation' then array['deidentified'] else array['planning', 'intervention'] end)) is not true then
    raise exception 'meeting.decisionNotNow' using errcode = 'P0001';
  end if;
  update app.agenda_entry set noted = p_noted, version = e.version + 1 where agenda_entry.table_id = m.table_id and agenda_entry.meeting_id = m.id and agenda_entry.situation_id = p_situation;
  perform audit.record('meeting.note', 'meeting', m.id, '{}', 'allow', null, jsonb_build_object('situation', p_situation, 'noted', p_noted));
  return e.version + 1;
end $$;

create function app.put_card(p_meeting uuid, p_version integer, p_situation uuid, p_with_summary boolean) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting := app.open_meeting_of(c, p_meeting); k app.meeting_card; s app.situation;
begin
  select meeting_card.* into strict k from app.meeting_card where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id for update;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_situation is not null then
    select situation.* into s from app.situation where situation.table_id = m.table_id and situation.id = p_situation and not situation.hidden;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    if s.stage not in ('deidentified', 'limited', 'planning', 'intervention') then raise exception 'meeting.cardNotOpen' using errcode = 'P0001'; end if;
  end if;
  update app.meeting_card set situation_id = p_situation, with_summary = p_with_summary and p_situation is not null, version = k.version + 1
   where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id;
  perform audit.record('meeting.putCard', 'meeting', m.id, '{}', 'allow', null, jsonb_build_object('situation', p_situation, 'withSummary', p_with_summary));
  return k.version + 1;
end $$;

-- Action names that end in open, list, read or card are reads to the event stream; these are changes, so that they are named otherwise.
-- Covering everything must never fail for being late: it carries no version.
create function app.shade_all(p_on boolean) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.chair(); m app.meeting;
begin
  select meeting.* into m from app.meeting where meeting.table_id = c.table_id and meeting.opened_at is not null and meeting.closed_at is null;
  if not found then raise exception 'meeting.notOpen' using errcode = 'P0001'; end if;
  update app.meeting_card set shaded = p_on, version = meeting_card.version + 1 where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id and meeting_card.shaded <> p_on;
  if found then perform audit.record('projector.shade', 'meeting', m.id, '{}', 'allow', null, jsonb_build_object('on', p_on)); end if;
end $$;

-- A meeting must not lock its room out. One that nobody closed keeps no session open past a long meeting's length.
create or replace function sec.session_present(p_user uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.seat
    join app.meeting m on m.table_id = seat.table_id and m.closed_at is null and m.opened_at > sec.domain_now() - interval '4 hours'
    where seat.user_id = p_user and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now()
      and (seat.persona = 'coordinator' or seat.persona = 'rep' and exists (select from app.attendance a
        where a.table_id = m.table_id and a.meeting_id = m.id and a.agency_id = seat.agency_id))) $$;

grant execute on function app.convene(text, timestamptz, text), app.reschedule_meeting(uuid, integer, timestamptz, text), app.call_off_meeting(uuid, integer),
  app.restore_meeting(uuid, integer), app.open_meeting(uuid, integer), app.close_meeting(uuid, integer), app.mark_attendance(uuid, uuid, integer, text, text),
  app.note_decision(uuid, uuid, integer, text), app.put_card(uuid, integer, uuid, boolean), app.shade_all(boolean) to coordinator;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
