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
  -- A page of each chain, and of all of them the newest. What the agency's people did is a page of an index.
  -- What was done with the situations that it brought is looked for from the newest event on where they are
  -- many, and situation by situation where they are few: for an agency that has done nothing for long, all
  -- that others did there would else be read. The agency is a bound and not an equality: so no other index
  -- has the order that is asked for, and the planner cannot take one that begins with the chain alone.
  return query select to_timestamp(e.at_us / 1000000.0), e.at_us, e.seq, e.chain, s.number, e.actor, e.agency,
    e.persona, e.action, e.object_type, e.fields, e.outcome, e.purpose,
      app.is_out_of_hours(to_timestamp(e.at_us / 1000000.0) at time zone t.time_zone)
    from (select one.* from (select a.table_id, not exists (select from app.situation_origin o
          where o.table_id = a.table_id and o.agency_id = own offset 10) as few
        from sec.table_agency a where a.agency_id = own offset 0) ta
      cross join lateral (
        (select x.* from audit.event x
          where p_about = 'people' and x.chain = ta.table_id and x.agency >= own
            and x.at_us <= before_us and (x.agency, x.at_us, x.seq) < (own, before_us, before_seq)
          order by x.agency desc, x.at_us desc, x.seq desc limit p_limit)
        union all
        (select x.* from app.situation_origin o cross join lateral (select y.* from audit.event y
            where y.chain = ta.table_id and y.object_id = o.situation_id and y.object_type = 'situation'
              and (audit.is_opening(y.action) or y.agency = own)
              and y.at_us <= before_us and (y.at_us, y.seq) < (before_us, before_seq) offset 0) x
          where p_about = 'situations' and ta.few and o.table_id = ta.table_id and o.agency_id = own
          order by x.at_us desc, x.seq desc limit p_limit)
        union all
        (select x.* from audit.event x
          where p_about = 'situations' and not ta.few and x.chain = ta.table_id
            and x.at_us <= before_us and (x.at_us, x.seq) < (before_us, before_seq)
            and x.object_type = 'situation' and (audit.is_opening(x.action) or x.agency = own)
            and exists (select from app.situation_origin o where o.table_id = x.chain
              and o.situation_id = x.object_id and o.agency_id = own offset 0)
          order by x.at_us desc, x.seq desc limit p_limit)) one
      order by one.at_us desc, one.seq desc limit p_limit) e
    join sec.situation_table t on t.id = e.chain
    left join lateral (select y.number from app.situation y
      where y.table_id = e.chain and y.id = e.object_id and not y.hidden offset 0) s on true
    order by e.at_us desc, e.seq desc;
end $$;

grant execute on function app.agency_audit(text, bigint, bigint, integer) to privacy;
