create or replace function app.open_hand_overs(p_table uuid, p_situation uuid) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare gone uuid[]; r record; n integer := 0;
begin
  select coalesce(array_agg(x.agency_id), '{}') into gone
    from (select distinct o.agency_id from app.roles_in(p_table, p_situation) o) x
    where not app.is_represented(p_table, x.agency_id);
  if cardinality(gone) = 0 then return 0; end if;
  for r in select o.situation_id, o.agency_id, o.role from app.roles_in(p_table, p_situation) o
      where o.agency_id = any (gone) order by o.situation_id loop
    n := n + (app.open_hand_over(p_table, r.situation_id, r.agency_id, r.role) is not null)::integer;
  end loop;
  return n;
end $$;
