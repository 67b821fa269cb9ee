-- Row 32 and the own people's openings: who opened what the agency brought, and events of its own people.
-- Never a screening of another agency.
create or replace function app.agency_audit(p_about text, p_before_us bigint, p_before_seq bigint,
    p_limit integer) returns table (at timestamptz, at_us bigint, seq bigint, table_id uuid, number text,
    actor uuid, agency_id uuid,
  persona text, action text, object_type text, fields text[], outcome text, purpose text, late boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  if p_about not in ('situations', 'people') then raise exception 'unknown' using errcode = '22P02'; end if;
  perform audit.record('audit.read', 'agency', own, array['audit'], 'allow', null,
      jsonb_build_object('about', p_about));
  return query select to_timestamp(e.at_us / 1000000.0), e.at_us, e.seq, e.chain, s.number, e.actor, e.agency,
    e.persona, e.action, e.object_type, e.fields, e.outcome, e.purpose,
      app.is_out_of_hours(to_timestamp(e.at_us / 1000000.0) at time zone t.time_zone)
    from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id
      join audit.event e on e.chain = ta.table_id left join app.situation s on s.table_id = e.chain
      and s.id = e.object_id and not s.hidden
    where ta.agency_id = own
      and case p_about when 'people' then e.agency = own
        else e.object_type = 'situation' and (audit.is_opening(e.action) or e.agency = own)
          and exists (select from app.situation_origin o where o.table_id = e.chain
            and o.situation_id = e.object_id and o.agency_id = own) end
      and (p_before_us is null or (e.at_us, e.seq) < (p_before_us, p_before_seq))
    order by e.at_us desc, e.seq desc limit p_limit;
end $$;

grant execute on function app.agency_audit(text, bigint, bigint, integer) to privacy;
