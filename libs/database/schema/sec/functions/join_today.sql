create or replace function sec.join_today() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.joined_on := coalesce(new.joined_on, sec.today(new.table_id));
  return new;
end $$;
