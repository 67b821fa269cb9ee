create or replace function sec.coordinators_with(p_agency uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct seat.user_id from sec.seat join sec.table_agency on table_agency.table_id = seat.table_id
    and table_agency.left_at is null
    where table_agency.agency_id = p_agency and seat.persona = 'coordinator'
      and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now() $$;
