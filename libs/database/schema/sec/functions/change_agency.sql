create or replace function sec.change_agency(p_agency uuid, p_version int, p_name text,
    p_sector text) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); a sec.agency;
begin
  select agency.* into a from sec.agency where agency.id = p_agency for update;
  perform sec.check_version(found, a.version, p_version);
  if a.ended_at is not null then raise exception 'agency.change.ended'; end if;
  perform sec.check_sector(p_sector);
  update sec.agency set name = coalesce(p_name, agency.name), sector = coalesce(p_sector, agency.sector),
    version = agency.version + 1 where agency.id = p_agency;
  perform audit.record('agency.change', 'agency', p_agency,
      array_remove(array[case when p_name is not null then 'name' end, case when p_sector is not null
          then 'sector' end], null), 'allow');
  perform sec.tell_table(table_agency.table_id, array['agencies']) from sec.table_agency
    where table_agency.agency_id = p_agency order by table_agency.table_id;
  return p_version + 1;
exception when unique_violation then raise exception 'agency.change.nameTaken';
end $$;

grant execute on function sec.change_agency(uuid, int, text, text) to administrator;
