-- Every open meeting has its card, however it was opened: imported and seeded ones too.
create or replace function app.begin_card() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.meeting_card (table_id, meeting_id) values (new.table_id, new.id) on conflict do nothing;
  return null;
end $$;
