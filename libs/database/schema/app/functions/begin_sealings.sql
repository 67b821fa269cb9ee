create or replace function app.begin_sealings() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.sealing (table_id) values (new.id) on conflict (table_id)
    do update set next_at = '-infinity';
  return null;
end $$;
