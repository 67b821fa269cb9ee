create or replace function sec.end_table(p_table uuid, p_version int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true); t sec.situation_table;
begin
  select situation_table.* into t from sec.situation_table where situation_table.id = p_table for update;
  perform sec.check_version(found, t.version, p_version);
  if t.ended_at is not null then raise exception 'table.end.ended'; end if;
  -- Told before the seats of those who are told end with it.
  perform sec.tell_tables(array[p_table], 'tableEnded', null, null, null, c.user_id);
  update sec.situation_table set ended_at = sec.domain_now(), version = t.version + 1
    where situation_table.id = p_table;
  perform audit.record('table.end', 'table', p_table, '{}', 'allow');
  return p_version + 1;
end $$;

grant execute on function sec.end_table(uuid, int) to administrator;
