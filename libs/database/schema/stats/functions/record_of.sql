-- What is left of a concluded situation: codes only. Which factors still stand becomes one word.
create or replace function stats.record_of(s app.situation, w app.workflow,
    t sec.situation_table) returns stats.sealed_record
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare r stats.sealed_record; x app.exit; c app.conclusion; d app.tier2;
begin
  r.id := gen_random_uuid(); r.table_id := s.table_id; r.region := t.region;
  r.month := date_trunc('month', w.left_at at time zone t.time_zone)::date;
  r.year := extract(year from r.month);
  if s.stage <> 'concluded' then
    select exit.* into strict x from app.exit where exit.table_id = s.table_id and exit.situation_id = s.id;
    r.status := x.kind; r.type := x.type;
    select exit_sector.originating_sector into strict r.originating_sector from app.exit_sector
      where exit_sector.table_id = s.table_id and exit_sector.situation_id = s.id;
    if x.kind = 'rejected' then r.conclusion_group := 'rejected'; r.conclusion_reason := x.reason; end if;
    return r;
  end if;
  select conclusion.* into strict c from app.conclusion where conclusion.table_id = s.table_id
    and conclusion.situation_id = s.id;
  select tier2.* into strict d from app.tier2 where tier2.table_id = s.table_id and tier2.situation_id = s.id;
  -- The coded fields that the outcome shows, each in the column of its name.
  r := jsonb_populate_record(r, (select jsonb_object_agg(f.column_name, to_jsonb(d) -> f.column_name)
      from app.coded_field f where 'outcome' = any (f.shows)));
  r.status := 'concluded';
  r.originating_sector := (select stats.sector_of(o.agency_id) from app.situation_origin o
      where o.table_id = s.table_id and o.situation_id = s.id);
  r.lead_sector := (select stats.sector_of(a.agency_id) from app.assignment a where a.table_id = s.table_id
      and a.situation_id = s.id and a.role = 'lead' and a.state = 'accepted' limit 1);
  r.assisting_sectors := array(select distinct stats.sector_of(a.agency_id) from app.assignment a
      where a.table_id = s.table_id and a.situation_id = s.id and a.role = 'assisting'
      and a.state in ('accepted', 'left') order by 1);
  r.conclusion_reason := c.reason;
  r.conclusion_group := split_part(c.reason, '.', 1);
  r.services :=
    coalesce((select jsonb_agg(distinct jsonb_build_object('service', v.service, 'mobilization',
            v.mobilization)) from app.service_mobilized v where v.table_id = s.table_id
        and v.situation_id = s.id), '[]');
  r.risk_after := case when c.told is null and c.risk_after = '{}'
    and c.reason = 'other.withdrawn-by-originator' then 'unknown'
    when cardinality(c.risk_after) = 0 then 'gone' when c.risk_after @> d.risk_factors then 'stillPresent'
      else 'reduced' end;
  return r;
end $$;
