-- Everybody who alone can be behind this user: without any one of them, no way leads back to somebody whom
-- nobody made. The user too. A ring of people who made each other leads back to nobody, so that each of them
-- stands behind all.
create or replace function sec.stand_behind(p_user uuid, p_seat uuid, p_since timestamptz) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with recursive up (id) as (
    select p_user
    union select o.by_id from up join sec.origin_act o on o.subject_id = up.id where o.at > p_since
      and (o.act <> 'enabled' or p_since > '-infinity')
      and (p_seat is null or o.subject_id <> p_user or o.seat_id is null
        or o.seat_id = p_seat))
  select c.id from up c where c.id = p_user or not exists (
    with recursive past (id) as (
      select p_user
      union select o.by_id from past join sec.origin_act o on o.subject_id = past.id where o.by_id <> c.id
        and o.at > p_since and (o.act <> 'enabled' or p_since > '-infinity')
      and (p_seat is null or o.subject_id <> p_user or o.seat_id is null
        or o.seat_id = p_seat))
    select from past where not exists (select from sec.origin_act o where o.subject_id = past.id
      and o.at > p_since and (o.act <> 'enabled' or p_since > '-infinity')
      and (p_seat is null or o.subject_id <> p_user or o.seat_id is null
        or o.seat_id = p_seat))) $$;
