-- A meeting must not lock its room out. One that nobody closed keeps no session open past a long meeting's
-- length.
create or replace function sec.session_present(p_user uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.seat
    join app.meeting m on m.table_id = seat.table_id and m.closed_at is null
      and m.opened_at > sec.domain_now() - interval '4 hours'
    where seat.user_id = p_user and seat.starts_at <= sec.domain_now() and seat.ends_at > sec.domain_now()
      and (seat.persona = 'coordinator' or seat.persona = 'rep' and exists (select from app.attendance a
        where a.table_id = m.table_id and a.meeting_id = m.id and a.agency_id = seat.agency_id))) $$;
