-- A new seat has read just this list. It agrees to nothing by that: it knows.
create or replace function sec.see_founding_list(p_table uuid, p_hash text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator', 'privacy'], false);
begin
  if not exists (select from sec.situation_table t where t.id = p_table and t.ended_at is null
    and (t.id = c.table_id or (c.persona = 'privacy' and sec.sits_at(c.agency_id, p_table)))) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  if p_hash <> sec.list_hash(sec.founding_list(p_table))
    then raise exception 'table.founding.listChanged'; end if;
  if not sec.see_list(c, p_table) then raise exception 'table.founding.listSeen'; end if;
  perform audit.record('table.seeList', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

grant execute on function sec.see_founding_list(uuid, text) to rep, coordinator, privacy;
