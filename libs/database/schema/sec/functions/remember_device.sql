-- At most twenty devices a person; the one that was not used for longest goes.
create or replace function sec.remember_device(p_user uuid, p_device bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into sec.known_device (user_id, token_hash) values (p_user, p_device)
    on conflict (user_id, token_hash) do update set last_used_at = clock_timestamp();
  delete from sec.known_device where known_device.user_id = p_user and known_device.token_hash in
    (select d.token_hash from sec.known_device d where d.user_id = p_user
        order by d.last_used_at desc, d.token_hash offset 20);
end $$;
