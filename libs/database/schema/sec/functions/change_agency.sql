create or replace function sec.change_agency(p_agency uuid, p_version int, p_name text,
    p_sector text) returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); a sec.agency;
begin
  select agency.* into a from sec.agency where agency.id = p_agency for update;
  perform sec.check_version(found, a.version, p_version);
  if a.ended_at is not null then raise exception 'agency.change.ended'; end if;
  perform sec.check_sector(p_sector);
  -- Who says yes to an agency says it to the one that they read.
  if exists (select from sec.joining j where j.agency_id = p_agency and j.decision is null)
    and (coalesce(p_name, a.name), coalesce(p_sector, a.sector)) is distinct from (a.name, a.sector)
    then raise exception 'agency.change.waits'; end if;
  update sec.agency set name = coalesce(p_name, agency.name), sector = coalesce(p_sector, agency.sector),
    version = agency.version + 1 where agency.id = p_agency;
  perform audit.record('agency.change', 'agency', p_agency,
      array_remove(array[case when p_name is not null then 'name' end, case when p_sector is not null
          then 'sector' end], null), 'allow');
  if p_name is distinct from a.name and p_name is not null then
    perform sec.tell_tables(array(select sec.tables_of_agency(p_agency)), 'renamed', p_agency, null, null, c.user_id);
  end if;
  perform sec.tell_table(table_agency.table_id, array['agencies']) from sec.table_agency
    where table_agency.agency_id = p_agency order by table_agency.table_id;
  return p_version + 1;
exception when unique_violation then raise exception 'agency.change.nameTaken';
end $$;

grant execute on function sec.change_agency(uuid, int, text, text) to administrator;
