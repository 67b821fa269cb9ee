-- Row 32 and the own people's openings: who opened what the agency brought, and events of its own people.
-- Never a screening of another agency.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_audit(p_about text, p_before_us bigint, p_before_seq bigint,
    p_limit integer) returns table (at timestamptz, at_us bigint, seq bigint, table_id uuid, number text,
    actor uuid, agency_id uuid,
  persona text, action text, object_type text, fields text[], outcome text, purpose text, late boolean)
language plpgsql security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency(); before_us bigint := coalesce(p_before_us, 9223372036854775807);
before_seq bigint := coalesce(p_before_seq, 9223372036854775807);
begin
  if p_about not in ('situations', 'people') then raise exception 'unknown' using errcode = '22P02'; end if;
  perform audit.record('audit.read', 'agency', own, array['audit'], 'allow', null,
      jsonb_build_object('about', p_about));
  -- A page of each chain by the index on (chain, at_us, seq), and of all of them the newest.
  return query select to_timestamp(e.at_us / 1000000.0), e.at_us, e.seq, e.chain, s.number, e.actor, e.agency,
    e.persona, e.action, e.object_type, e.fields, e.outcome, e.purpose,
      app.is_out_of_hours(to_timestamp(e.at_us / 1000000.0) at time zone t.time_zone)
    from (select one.* from sec.table_agency ta cross join lateral (select x.* from audit.event x
        where x.chain = ta.table_id and x.at_us <= before_us and (x.at_us, x.seq) < (before_us, before_seq)
          and case p_about when 'people' then x.agency = own
            else x.object_type = 'situation' and (audit.is_opening(x.action) or x.agency = own)
              and exists (select from app.situation_origin o where o.table_id = x.chain
                and o.situation_id = x.object_id and o.agency_id = own offset 0) end
        order by x.at_us desc, x.seq desc limit p_limit) one
      where ta.agency_id = own order by one.at_us desc, one.seq desc limit p_limit) e
    join sec.situation_table t on t.id = e.chain
    left join lateral (select y.number from app.situation y
      where y.table_id = e.chain and y.id = e.object_id and not y.hidden offset 0) s on true
    order by e.at_us desc, e.seq desc;
end $$;

grant execute on function app.agency_audit(text, bigint, bigint, integer) to privacy;
