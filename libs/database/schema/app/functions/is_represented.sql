-- ---------------------------------------------------------------- who holds a role
-- Somebody can act for the agency at the table. Of an agency without an account the coordinator enters what
-- it says.
create or replace function app.is_represented(p_table uuid, p_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.live_seat l
      where l.table_id = p_table and l.persona = 'rep' and l.agency_id = p_agency)
    or exists (select from sec.table_agency ta join sec.agency a on a.id = ta.agency_id and a.ended_at is null
      where ta.table_id = p_table and ta.agency_id = p_agency and ta.left_at is null
        and not ta.has_account) $$;
