create or replace function sec.take_rotation() returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.rotation_lease as kept (taken_at) values (clock_timestamp()) on conflict (id)
    do update set taken_at = excluded.taken_at
    where kept.taken_at < clock_timestamp() - interval '10 minutes';
  return found;
end $$;

grant execute on function sec.take_rotation() to job;
