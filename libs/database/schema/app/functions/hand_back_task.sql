-- The privacy officer speaks for an agency that nobody represents: what it brought is withdrawn, its role
-- given back at once.
create or replace function app.hand_back_task(p_task uuid, p_reason text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['privacy'], true);
t app.task := app.hand_over_to_do(p_task, c.agency_id, null);
  s app.situation; m app.move; destination text; list text; made text;
begin
  select situation.* into strict s from app.situation where situation.table_id = t.table_id
    and situation.id = t.situation_id;
  if app.is_represented(t.table_id, t.agency_id)
    then raise exception 'task.represented' using errcode = 'P0001'; end if;
  select move.* into strict m from app.move
    where move.name = case t.role when 'originating' then 'withdraw' else 'leaveAssignment' end;
  if codebook.chosen_ok(m.reason_list, p_reason, t.table_id, sec.today(t.table_id)) is not true then
    raise exception 'move.reasonGiven' using errcode = 'P0001';
  end if;
  destination := m.stages ->> s.stage;
  if destination is null then raise exception 'task.closed' using errcode = 'P0001'; end if;
  if t.role = 'originating' then
    made := 'withdraw';
    perform app.effect('withdraw', s, destination, jsonb_build_object('reason', p_reason), c);
  else
    made := 'handBack';
    perform app.end_any_role(s, t.agency_id, p_reason);
    -- Nobody of the agency is waited for any more.
    update app.task set due_at = sec.domain_now() where task.table_id = t.table_id and task.id = t.id;
  end if;
  update app.situation set stage = destination, version = situation.version + 1,
      hidden = destination in ('rejected', 'returned', 'withdrawn')
    where situation.table_id = s.table_id and situation.id = s.id;
  insert into app.step (table_id, situation_id, version, move, stage, at)
    values (s.table_id, s.id, s.version + 1, made, destination, sec.domain_now());
  perform audit.record('situation.' || made, 'situation', s.id, '{}', 'allow', null, jsonb_build_object(
    'from', s.stage, 'to', destination, 'reason', p_reason, 'agency', t.agency_id), s.table_id);
  perform app.settle_hand_overs(s.table_id, s.id, null);
  if t.role = 'assisting' then perform app.close_task(t.table_id, t.id, 'handedBack'); end if;
end $$;

grant execute on function app.hand_back_task(uuid, text) to privacy;
