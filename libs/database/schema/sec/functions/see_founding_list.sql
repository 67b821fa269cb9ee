-- A seat that began after the table was founded has read just this list. It agrees to nothing by that: it knows.
create or replace function sec.see_founding_list(p_table uuid, p_hash text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep', 'coordinator'], false);
begin
  if p_table is distinct from c.table_id or not sec.is_founded(p_table) then
    raise exception 'not found' using errcode = 'P0002';
  end if;
  if p_hash <> sec.list_hash(sec.founding_list(p_table))
    then raise exception 'table.founding.listChanged'; end if;
  update sec.notice set seen_at = sec.domain_now() where notice.user_id = c.user_id
    and notice.code = 'table.listToSee' and notice.object_id = c.seat_id and notice.seen_at is null;
  if not found then raise exception 'table.founding.listSeen'; end if;
  perform audit.record('table.seeList', 'table', p_table, '{}', 'allow', p_table => p_table);
end $$;

grant execute on function sec.see_founding_list(uuid, text) to rep, coordinator;
