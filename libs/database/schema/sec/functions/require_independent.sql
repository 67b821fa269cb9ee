-- The one who acts is independent of everybody named, or is refused.
create or replace function sec.require_independent(c sec.ctx_t, variadic p_others uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare other uuid;
begin
  foreach other in array p_others loop
    if not sec.independent(other, c.user_id, c.seat_id)
      then raise exception 'secondPerson.notIndependent' using errcode = 'P0001'; end if;
  end loop;
end $$;
