-- ---------------------------------------------------------------- who can be asked
create or replace function sec.officers(p_agency uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select seat.user_id from sec.seat join sec.app_user on app_user.id = seat.user_id
    and app_user.status = 'active'
    where seat.agency_id = p_agency and seat.persona = 'privacy' and seat.starts_at <= sec.domain_now()
      and seat.ends_at > sec.domain_now() $$;
