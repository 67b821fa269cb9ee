-- Whether this seat has still to read the list of its table. The notice is kept until it says that it did.
create or replace function sec.has_list_to_see(p_user uuid, p_seat uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.notice n where n.user_id = p_user and n.code = 'table.listToSee'
    and n.object_id = p_seat and n.seen_at is null) $$;
