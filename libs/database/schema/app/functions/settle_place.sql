create or replace function app.settle_place() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settle_roles(new.table_id);
  return null;
end $$;
