-- An agency has to do with a situation that it brought, was told of, or was asked to help with.
create or replace function app.contributed(p_agency uuid, p_table uuid, p_situation uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation_origin o where o.table_id = p_table
      and o.situation_id = p_situation and o.agency_id = p_agency)
    or exists (select from app.disclosure d where d.table_id = p_table and d.situation_id = p_situation
        and d.agency_id = p_agency)
    or exists (select from app.assignment a where a.table_id = p_table and a.situation_id = p_situation
        and a.agency_id = p_agency) $$;
