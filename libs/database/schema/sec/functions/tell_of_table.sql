create or replace function sec.tell_of_table() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks('table.changed', new.id, null, new.id);
  return null;
end $$;
