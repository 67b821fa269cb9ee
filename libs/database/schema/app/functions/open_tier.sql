-- No event, no key: the key of a tier, for whoever may read or write that tier now. T2 is recorded once a
-- seat, situation and session.
create or replace function app.open_tier(p_situation uuid, p_tier smallint,
    p_purpose text) returns table (wrapped bytea, epoch_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); s app.situation; originating boolean; held boolean; allowed boolean;
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  select situation.* into s from app.situation where situation.table_id = c.table_id
    and situation.id = p_situation and not situation.hidden;
  if not found or c.persona not in ('rep', 'coordinator')
    then raise exception 'not found' using errcode = 'P0002'; end if;
  originating := c.persona = 'rep' and app.originated_here(p_situation);
  held := c.persona = 'rep'
    and exists (select from app.disclosure d where d.table_id = s.table_id and d.situation_id = s.id
      and d.agency_id = c.agency_id and d.tier = p_tier and d.revoked_at is null);
  allowed := case p_tier
    when 2 then s.stage in ('deidentified', 'limited', 'planning', 'intervention')
    when 3 then (originating and s.stage in ('deidentified', 'limited', 'planning', 'intervention'))
      or (held and s.stage in ('limited', 'planning', 'intervention'))
    when 4 then s.stage in ('planning', 'intervention') and (originating or held)
      or s.stage = 'limited' and originating and p_purpose = 'consent'
    else false end;
  if not allowed then
    perform audit.record('tier.open', 'situation', p_situation, array['T' || p_tier], 'hide', p_purpose);
    return;
  end if;
  if p_tier = 2 then
    perform from audit.first_reads(c.session_id, c.seat_id, array[p_situation]);
    if found
      then perform audit.record('tier.open', 'situation', p_situation, array['T2'], 'allow', p_purpose);
      end if;
  else
    perform app.opens_identities(c.session_id);
    perform audit.record('tier.open', 'situation', p_situation, array['T' || p_tier], 'allow', p_purpose);
    if p_purpose = 'read' then perform app.watch_opening(p_situation); end if;
  end if;
  return query select tier_key.wrapped, tier_key.epoch_id from app.tier_key
    where tier_key.table_id = s.table_id and tier_key.situation_id = s.id and tier_key.tier = p_tier;
end $$;

grant execute on function app.open_tier(uuid, smallint, text) to rep, coordinator;
