create or replace function sec.remove_agency(p_table uuid, p_version int, p_agency uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], true);
begin
  perform sec.open_table(p_table, p_version);
  update sec.table_agency set left_at = sec.domain_now() where table_agency.table_id = p_table
    and table_agency.agency_id = p_agency and table_agency.left_at is null;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('table.remove', 'agency', p_agency, '{}', 'allow', p_table => p_table);
  perform sec.tell_tables(array[p_table], 'left', p_agency, null, null, c.user_id);
  return p_version + 1;
end $$;

grant execute on function sec.remove_agency(uuid, int, uuid) to administrator;
