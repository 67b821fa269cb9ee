create or replace function sec.tables_of_agency(p_agency uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select t.id from sec.table_agency ta join sec.situation_table t on t.id = ta.table_id and t.ended_at is null
    where ta.agency_id = p_agency and ta.left_at is null $$;
