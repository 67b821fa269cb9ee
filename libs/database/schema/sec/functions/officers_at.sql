-- Privacy officers of the agencies of tables, without one person.
create or replace function sec.officers_at(p_tables uuid[], p_but uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct o from sec.table_agency ta cross join lateral sec.officers(ta.agency_id) o
    where ta.table_id = any (p_tables) and ta.left_at is null and o is distinct from p_but $$;
