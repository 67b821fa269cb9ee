-- Whether another administrator acts now who is of independent origin: then two are needed where two are
-- wanted.
create or replace function sec.has_second(c sec.ctx_t) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  select exists (select from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status = 'active'
    where seat.persona = 'administrator' and seat.starts_at <= sec.domain_now()
      and seat.ends_at > sec.domain_now()
      and sec.independent(seat.user_id, c.user_id, c.seat_id)) $$;
