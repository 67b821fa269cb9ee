create or replace function sec.has_list_to_see(p_user uuid, p_seat uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select sec.lists_to_see(p_user, p_seat)) $$;
