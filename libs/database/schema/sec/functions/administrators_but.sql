create or replace function sec.administrators_but(p_but uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct seat.user_id from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status = 'active'
    where seat.persona = 'administrator' and seat.ends_at > sec.domain_now() and seat.user_id is distinct
      from p_but $$;
