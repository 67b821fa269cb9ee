create or replace function sec.open_seat(p_seat uuid, p_version int, c sec.ctx_t) returns sec.seat
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.seat;
begin
  -- What counts seats is locked before the seat: administrators all together, others by table.
  select seat.* into s from sec.seat where seat.id = p_seat;
  if s.persona = 'administrator' then perform sec.lock_administrators(); end if;
  perform sec.lock_roles(array(select t from sec.tables_it_counts_at(s.table_id, s.agency_id) t));
  perform sec.still_entered();
  select seat.* into s from sec.seat where seat.id = p_seat
    and (c.persona = 'administrator' or (c.persona = 'coordinator' and seat.table_id = c.table_id)
    or (c.persona = 'privacy' and c.agency_id in (seat.agency_id, seat.employer_agency_id))) for update;
  perform sec.check_version(found, s.version, p_version);
  if s.ends_at <= sec.domain_now() then raise exception 'seat.over'; end if;
  return s;
end $$;
