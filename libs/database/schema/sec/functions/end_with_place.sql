create or replace function sec.end_with_place() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.seat set starts_at = least(seat.starts_at, new.left_at), ends_at = new.left_at,
    ended_because = 'agencyLeft', version = seat.version + 1
    where seat.table_id = new.table_id and seat.agency_id = new.agency_id and seat.ends_at > new.left_at;
  return null;
end $$;
