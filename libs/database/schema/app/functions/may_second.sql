-- Who may be the second person: the table's coordinator, or a privacy officer whose agency has to do with it
-- too.
create or replace function app.may_second(o app.opening, c sec.ctx_t) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select case c.persona when 'coordinator' then c.table_id = o.table_id when 'privacy'
    then app.contributed(c.agency_id, o.table_id, o.situation_id) else false end $$;
