-- Something changed by which a table's people may have to be reminded sooner: its next run looks.
create or replace function app.look_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.reminder as kept (table_id) values (new.table_id)
    on conflict (table_id) do update set next_at = '-infinity' where kept.next_at > '-infinity';
  return null;
end $$;
