-- This seat has read the list of this table; whether it had still to read it.
create or replace function sec.see_list(c sec.ctx_t, p_table uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if p_table not in (select sec.lists_to_see(c.user_id, c.seat_id)) then return false; end if;
  -- A notice from before officers were told names no table: it is of the seat's own.
  update sec.notice set seen_at = sec.domain_now() where notice.user_id = c.user_id
    and notice.code = 'table.listToSee' and notice.object_id = c.seat_id and notice.seen_at is null
    and coalesce(notice.occasion, c.table_id::text) = p_table::text;
  return true;
end $$;
