-- Who saw this: openings of one situation by anybody, and what the own people did, for the agency that
-- brought it (matrix row 32).
-- What others answered, planned or wrote is not told by its time either.
create or replace function app.who_saw(p_situation uuid, p_before bigint,
    p_limit integer) returns table (seq bigint, at timestamptz, actor uuid, agency uuid, persona text,
    action text, fields text[], outcome text, purpose text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if not exists (select from app.situation s where s.table_id = c.table_id and s.id = p_situation
      and not s.hidden) then raise exception 'not found' using errcode = 'P0002'; end if;
  if c.persona is distinct from 'rep' or not app.originated_here(p_situation)
    then raise exception 'permission.refused' using errcode = 'P0001'; end if;
  perform audit.record('audit.read', 'situation', p_situation, '{}', 'allow');
  return query select e.seq, to_timestamp(e.at_us / 1000000.0), e.actor, e.agency, e.persona, e.action,
    e.fields, e.outcome, e.purpose
    from audit.event e where e.chain = c.table_id and e.object_id = p_situation
      and (audit.is_opening(e.action) or e.agency = c.agency_id)
      and (p_before is null or e.seq < p_before)
      -- That there is a youth-justice item is for those whom it names (row 19), and for whoever wrote it.
      and (not 'youth' = any (e.fields) or e.actor = c.user_id
          or app.named_for(p_situation, (e.detail::jsonb ->> 'item')::uuid))
    order by e.seq desc limit p_limit;
end $$;

grant execute on function app.who_saw(uuid, bigint, integer) to rep;
