-- The tables at which a seat counts: its own, or all of its agency's.
create or replace function sec.tables_it_counts_at(p_table uuid, p_agency uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p_table where p_table is not null
  union select ta.table_id from sec.table_agency ta where p_table is null and ta.agency_id = p_agency
    and ta.left_at is null $$;
