-- The first table whose list each of the account's own seats has still to read.
create or replace function sec.account_lists(p_token_hash bytea)
returns table (seat_id uuid, table_id uuid, table_name text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s sec.session := sec.live_session(p_token_hash);
begin
  return query select seat.id, t.id, t.name from sec.seat
    join sec.situation_table t on t.id = (select x.id from sec.lists_to_see(s.user_id, seat.id) x (id) limit 1)
    where seat.user_id = s.user_id and seat.ends_at > sec.domain_now();
end $$;

grant execute on function sec.account_lists(bytea) to authn;
