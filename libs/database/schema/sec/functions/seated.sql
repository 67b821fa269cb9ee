-- ---------------------------------------------------------------- what is told
create or replace function sec.seated(p_table uuid, p_persona text, p_agency uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct l.user_id from sec.live_seat l where l.table_id = p_table and l.persona = p_persona
    and (p_agency is null or l.agency_id = p_agency) $$;
