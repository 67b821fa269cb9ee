create or replace function app.originated_here(p_situation uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.situation_origin o where o.table_id = (select (sec.ctx()).table_id)
      and o.situation_id = p_situation and o.agency_id = (select (sec.ctx()).agency_id)) $$;

grant execute on function app.originated_here(uuid) to rep;
