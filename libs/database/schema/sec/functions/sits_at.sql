create or replace function sec.sits_at(p_agency uuid, p_table uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.table_agency ta where ta.table_id = p_table and ta.agency_id = p_agency
    and ta.left_at is null) $$;

grant execute on function sec.sits_at(uuid, uuid) to privacy;
