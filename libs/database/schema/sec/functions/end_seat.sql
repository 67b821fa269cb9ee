create or replace function sec.end_seat(p_seat uuid, p_version int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator', 'coordinator', 'privacy'], true);
s sec.seat := sec.open_seat(p_seat, p_version, c); now_at timestamptz := sec.domain_now();
begin
  if s.persona = 'administrator' and sec.live_administrators(s.user_id) = 0
    then raise exception 'seat.end.lastAdministrator'; end if;
  update sec.seat set starts_at = least(seat.starts_at, now_at), ends_at = now_at, ended_because = 'ended',
    version = seat.version + 1 where seat.id = p_seat;
  perform sec.tell_tables(sec.tables_of_seat(s.persona, s.table_id, s.agency_id), 'seatEnded',
    coalesce(s.agency_id, s.employer_agency_id),
    s.persona, s.user_id, c.user_id);
  perform audit.record('seat.end', 'seat', p_seat, array[s.persona], 'allow', p_table => s.table_id);
  return p_version + 1;
end $$;

grant execute on function sec.end_seat(uuid, int) to administrator, coordinator, privacy;
