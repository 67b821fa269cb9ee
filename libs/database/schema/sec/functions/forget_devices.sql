create or replace function sec.forget_devices(p_user uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.known_device where known_device.user_id = p_user $$;
