create or replace function sec.administrators() returns int
language sql volatile security definer set search_path = pg_catalog as $$
  select count(distinct seat.user_id)::int from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status <> 'disabled'
    where seat.persona = 'administrator' and seat.ends_at > sec.domain_now() $$;
