-- Row 24: the agency's own consent records, coded. Those of what is open, which is found in the tables' index
-- of open situations, without their rows: a year of past ones is not read.
create or replace function app.agency_consents(p_after_year integer, p_after_sequence integer,
    p_after_id uuid, p_limit integer)
returns table (id uuid, year integer, sequence integer, number text, table_id uuid, given boolean,
    due_on date)
language plpgsql security definer set search_path = pg_catalog
  set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('consent.list', 'agency', own, array['consent'], 'allow');
  return query select c.id, s.year, s.sequence, n.number, c.table_id, c.given, c.due_on
    from sec.table_agency ta
    cross join lateral (select x.table_id, x.id, x.year, x.sequence from app.situation x
      where x.table_id = ta.table_id and not x.hidden and x.stage <> 'deidentified'
        and x.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0) s
    cross join lateral (select y.id, y.table_id, y.given, y.due_on from app.consent y
      where y.table_id = s.table_id and y.situation_id = s.id and y.agency_id = own offset 0) c
    cross join lateral (select y.number from app.situation y
      where y.table_id = s.table_id and y.id = s.id offset 0) n
    where ta.agency_id = own
      and (p_after_id is null or (s.year, s.sequence, c.id) > (p_after_year, p_after_sequence, p_after_id))
    order by s.year, s.sequence, c.id limit p_limit;
end $$;

grant execute on function app.agency_consents(integer, integer, uuid, integer) to privacy;
