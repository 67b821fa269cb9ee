-- ---------------------------------------------------------------- what a rule counts, locked
-- A rule about how many seats there are holds only if two changes cannot each count the other's seat. Who
-- ends or gives a seat at a table locks the table's row first; who ends an administrator locks this. Tables
-- are locked in one order, before any seat or user.
create or replace function sec.lock_roles(p_tables uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from sec.situation_table where situation_table.id = any (p_tables)
    order by situation_table.id for no key update;
end $$;
