-- That a seat lapsed is written into it; what hung on it is settled by the trigger.
create or replace function app.settle_lapsed(p_seat uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform sec.lock_roles(array(select t from sec.seat s cross
        join lateral sec.tables_it_counts_at(s.table_id, s.agency_id) t
    where s.id = p_seat));
  update sec.seat set ended_because = 'lapsed'
    where seat.id = p_seat and seat.ended_because is null and seat.ends_at <= sec.domain_now();
  return found;
end $$;
