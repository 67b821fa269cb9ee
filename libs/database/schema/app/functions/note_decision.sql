create or replace function app.note_decision(p_meeting uuid, p_situation uuid, p_version integer,
    p_noted text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context();
  m app.meeting := app.open_meeting_of(c, p_meeting); e app.agenda_entry;
s app.situation;
begin
  select agenda_entry.* into e from app.agenda_entry where agenda_entry.table_id = m.table_id
    and agenda_entry.meeting_id = m.id and agenda_entry.situation_id = p_situation for update;
  select situation.* into s from app.situation where situation.table_id = m.table_id
    and situation.id = p_situation and not situation.hidden;
  if e.situation_id is null or s.id is null then raise exception 'not found' using errcode = 'P0002'; end if;
  if e.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_noted is not null
    and (s.stage = any (case p_noted when 'moreInformation' then array['deidentified']
        else array['planning', 'intervention'] end)) is not true then
    raise exception 'meeting.decisionNotNow' using errcode = 'P0001';
  end if;
  update app.agenda_entry set noted = p_noted, version = e.version + 1
    where agenda_entry.table_id = m.table_id and agenda_entry.meeting_id = m.id
    and agenda_entry.situation_id = p_situation;
  perform audit.record('meeting.note', 'meeting', m.id, '{}', 'allow', null,
      jsonb_build_object('situation', p_situation, 'noted', p_noted));
  return e.version + 1;
end $$;

grant execute on function app.note_decision(uuid, uuid, integer, text) to coordinator;
