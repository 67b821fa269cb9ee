create or replace function sec.end_with_table() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.table_agency set left_at = new.ended_at where table_agency.table_id = new.id
    and table_agency.left_at is null;
  update sec.seat set starts_at = least(seat.starts_at, new.ended_at), ends_at = new.ended_at,
    ended_because = 'tableEnded', version = seat.version + 1
    where seat.table_id = new.id and seat.ends_at > new.ended_at;
  return null;
end $$;
