-- ---------------------------------------------------------------- devices
create or replace function sec.knows_device(p_user uuid, p_device bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.known_device where known_device.user_id = p_user
      and known_device.token_hash = p_device
    and known_device.last_used_at > clock_timestamp() - interval '400 days') $$;
