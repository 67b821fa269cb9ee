-- Who brought a situation is written again where an officer's pages are read in order of time.
create or replace function app.copy_origin() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.origin_agency_id := (select o.agency_id from app.situation_origin o where o.table_id = new.table_id
      and o.situation_id = new.situation_id);
  return new;
end $$;
