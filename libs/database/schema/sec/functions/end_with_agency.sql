-- Ending flows down in the same transaction: agency or table, then its places at tables, then their seats.
-- Whoever keeps disclosures adds a trigger of its own on sec.table_agency (left_at).
create or replace function sec.end_with_agency() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update sec.table_agency set left_at = new.ended_at where table_agency.agency_id = new.id
    and table_agency.left_at is null;
  update sec.seat set starts_at = least(seat.starts_at, new.ended_at), ends_at = new.ended_at,
    ended_because = 'agencyEnded', version = seat.version + 1
    where (seat.agency_id = new.id or seat.employer_agency_id = new.id) and seat.ends_at > new.ended_at;
  return null;
end $$;
