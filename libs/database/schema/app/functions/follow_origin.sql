create or replace function app.follow_origin() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.conclusion set origin_agency_id = new.agency_id where conclusion.table_id = new.table_id
    and conclusion.situation_id = new.situation_id;
  update app.disclosure set origin_agency_id = new.agency_id where disclosure.table_id = new.table_id
    and disclosure.situation_id = new.situation_id;
  return null;
end $$;
