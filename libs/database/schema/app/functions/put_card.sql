create or replace function app.put_card(p_meeting uuid, p_version integer, p_situation uuid,
    p_with_summary boolean) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context();
  m app.meeting := app.open_meeting_of(c, p_meeting); k app.meeting_card;
s app.situation;
begin
  select meeting_card.* into strict k from app.meeting_card where meeting_card.table_id = m.table_id
    and meeting_card.meeting_id = m.id for update;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  if p_situation is not null then
    select situation.* into s from app.situation where situation.table_id = m.table_id
      and situation.id = p_situation and not situation.hidden;
    if not found then raise exception 'not found' using errcode = 'P0002'; end if;
    if s.stage not in ('deidentified', 'limited', 'planning', 'intervention')
      then raise exception 'meeting.cardNotOpen' using errcode = 'P0001'; end if;
  end if;
  update app.meeting_card set situation_id = p_situation, with_summary = p_with_summary
    and p_situation is not null, version = k.version + 1
   where meeting_card.table_id = m.table_id and meeting_card.meeting_id = m.id;
  perform audit.record('meeting.putCard', 'meeting', m.id, '{}', 'allow', null,
      jsonb_build_object('situation', p_situation, 'withSummary', p_with_summary));
  return k.version + 1;
end $$;

grant execute on function app.put_card(uuid, integer, uuid, boolean) to coordinator;
