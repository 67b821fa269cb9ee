-- The situations among these that this seat has not read in this session, which are read from now on.
create or replace function audit.first_reads(p_session uuid, p_seat uuid,
    p_situations uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform audit.make_month('first_read', clock_timestamp());
  return query insert into audit.first_read (session_id, seat_id, situation_id)
    select p_session, p_seat, s.id from unnest(p_situations) s(id) on conflict do nothing
      returning first_read.situation_id;
end $$;
