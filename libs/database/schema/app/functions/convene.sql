create or replace function app.convene(p_kind text, p_at timestamptz, p_place text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); made app.meeting; planned record;
begin
  if p_at < sec.domain_now() - interval '1 hour'
    then raise exception 'meeting.inThePast' using errcode = 'P0001'; end if;
  perform sec.check_reach((p_at at time zone 'UTC')::date, 'scheduledFor');
  perform from sec.meeting_plan p where p.table_id = c.table_id for no key update;
  select n.id, n.state, n.scheduled_for into planned
    from app.meetings_between(c.table_id, app.day_at(c.table_id, p_at), app.day_at(c.table_id, p_at)) n
    where p_kind = 'regular' and n.version = 0;
  perform app.refuse_same_time(c.table_id, planned.id, p_kind, p_at, true);
  insert into app.meeting (table_id, id, kind, scheduled_for, place)
    values (c.table_id, coalesce(planned.id, gen_random_uuid()), p_kind, p_at, p_place)
      returning meeting.* into made;
  perform audit.record('meeting.convene', 'meeting', made.id, '{}', 'allow', null,
      jsonb_build_object('kind', p_kind));
  if planned.id is null then perform sec.tell_of_meeting('meeting.convened', c.table_id, made.id, null, p_at);
  elsif planned.state = 'skipped'
    then perform sec.tell_of_meeting('meeting.restored', c.table_id, made.id, null, p_at);
  elsif planned.scheduled_for <> p_at then
    perform sec.tell_of_meeting('meeting.moved', c.table_id, made.id, planned.scheduled_for, p_at);
  end if;
  return made.id;
end $$;

grant execute on function app.convene(text, timestamptz, text) to coordinator;
