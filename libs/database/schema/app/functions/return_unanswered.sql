create or replace function app.return_unanswered(p_table uuid, p_assignment uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare a app.assignment; s app.situation;
begin
  select assignment.* into a from app.assignment where assignment.table_id = p_table
    and assignment.id = p_assignment and assignment.state = 'asked';
  if not found then return false; end if;
  select situation.* into s from app.situation where situation.table_id = a.table_id
    and situation.id = a.situation_id for update skip locked;
  if not found or s.stage not in ('planning', 'intervention') then return false; end if;
  perform from app.assignment x where x.table_id = a.table_id and x.situation_id = a.situation_id
    and x.id = a.id and x.state = 'asked' and x.asked_at <= sec.domain_now() - interval '12 hours';
  if not found then return false; end if;
  perform app.end_assignment(s, a.agency_id, 'asked', 'returned', null, false);
  perform app.settle_hand_overs(s.table_id, s.id, null);
  update app.situation set version = situation.version + 1 where situation.table_id = s.table_id
    and situation.id = s.id;
  insert into app.step (table_id, situation_id, version, move, stage, at) values (s.table_id, s.id,
      s.version + 1, 'returnUnanswered', s.stage, sec.domain_now());
  perform audit.record('situation.returnUnanswered', 'situation', s.id, '{}', 'allow', null,
      jsonb_build_object('agency', a.agency_id), s.table_id);
  return true;
end $$;
