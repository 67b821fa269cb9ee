-- An agency's turn begins with its first officer, and a new officer does not wait for the next Monday.
create or replace function app.begin_digests() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sec.digest as kept (agency_id, next_at) values (new.agency_id,
      greatest(new.starts_at, sec.domain_now()))
    on conflict (agency_id) do update set next_at = least(kept.next_at, excluded.next_at);
  return null;
end $$;
