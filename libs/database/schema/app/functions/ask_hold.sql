-- Row 39: a representative whose agency brought it asks the own officer.
create or replace function app.ask_hold(p_situation uuid, p_reason text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep'], false); s app.situation; made uuid;
begin
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation and not situation.hidden for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if not app.originated_here(p_situation) then raise exception 'permission.refused' using errcode = 'P0001';
  end if;
  if not app.may_be_held(s) then raise exception 'hold.stage' using errcode = 'P0001'; end if;
  insert into app.hold_request (table_id, situation_id, agency_id, reason, asked_by) values (s.table_id, s.id,
      c.agency_id, p_reason, c.user_id)
    on conflict (table_id, situation_id, agency_id) where answered_at is null do nothing
      returning hold_request.id into made;
  if made is null then raise exception 'hold.askedAlready' using errcode = 'P0001'; end if;
  perform audit.record('hold.ask', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('reason', p_reason));
  return made;
end $$;

grant execute on function app.ask_hold(uuid, text) to rep;
