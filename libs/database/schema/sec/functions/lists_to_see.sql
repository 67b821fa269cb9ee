-- Tables whose list a seat has still to read, in the order in which it was told. An officer's seat is at no
-- table: the occasion of its notice names one. A notice is kept until the list was read.
create or replace function sec.lists_to_see(p_user uuid, p_seat uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select t.id from sec.notice n join sec.seat s on s.id = n.object_id
    join sec.situation_table t on t.id = coalesce(n.occasion::uuid, s.table_id) and t.ended_at is null
    where n.user_id = p_user and n.code = 'table.listToSee' and n.object_id = p_seat and n.seen_at is null
      -- What an agency's officer was told ends when the agency leaves.
      and (s.table_id is not null or sec.sits_at(s.agency_id, t.id))
    order by n.created_at, n.id $$;
