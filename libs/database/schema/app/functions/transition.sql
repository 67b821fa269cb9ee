create or replace function app.transition(p_move text, p_situation uuid, p_version integer,
    p jsonb) returns table (version integer, stage text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); m app.move; s app.situation; f jsonb; reason text; destination text;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona not in ('rep', 'coordinator') then raise exception 'not for this seat' using errcode = '42501';
  end if;
  select move.* into m from app.move where move.name = p_move and not move.stages ? 'screening';
  if not found then raise exception 'move.unknown' using errcode = 'P0001'; end if;
  -- What counts who attends holds the meeting first, and then the situation, as a mark of attendance does.
  if p_move in ('recordRisk', 'reject', 'releaseIdentifiers') then
    perform from app.meeting where meeting.table_id = c.table_id
      and (meeting.opened_at is not null and meeting.closed_at is null
        or meeting.id = (select w.risk_meeting_id from app.workflow w where w.table_id = c.table_id
            and w.situation_id = p_situation))
      order by meeting.id for share;
  end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation for update;
  if not found or (s.hidden and c.persona <> 'coordinator')
    then raise exception 'not found' using errcode = 'P0002'; end if;
  if s.stage in ('rejected', 'returned', 'withdrawn') and (p_move <> 'undo' or not s.hidden)
    then raise exception 'not found' using errcode = 'P0002'; end if;
  -- A session, seat, user or agency that ended while this waited for the lock does not act any more.
  perform sec.still_entered();
  if s.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  f := app.facts(s, c);
  reason := app.refusal(m, s, f, jsonb_strip_nulls(p));
  if reason is not null then raise exception 'move.%', reason using errcode = 'P0001'; end if;
  destination := app.destination(m, f, p);
  perform app.effect(p_move, s, destination, jsonb_strip_nulls(p), c);
  -- Answers come many at once in a meeting and show to nobody but the coordinator: a quiet move leaves the
  -- version that all watch.
  if not m.quiet then
    update app.situation set stage = destination, version = situation.version + 1,
      hidden = destination in ('rejected', 'returned', 'withdrawn')
     where situation.table_id = s.table_id and situation.id = s.id;
    insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id,
        s.version + 1, p_move, destination, sec.domain_now());
  end if;
  perform app.settle_hand_overs(s.table_id, s.id, c.agency_id);
  perform audit.record('situation.' || p_move, 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('from', s.stage, 'to', destination, 'basis', p ->> 'basis', 'reason', p ->> 'reason',
        'for', p ->> 'agency'));
  return query select s.version + (not m.quiet)::integer, destination;
end $$;

grant execute on function app.transition(text, uuid, integer, jsonb) to rep, coordinator;
