create or replace function sec.create_agency(p_name text, p_sector text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['administrator'], false); made uuid;
begin
  perform sec.check_sector(p_sector);
  insert into sec.agency (name, sector) values (p_name, p_sector) returning agency.id into made;
  perform audit.record('agency.create', 'agency', made, array['name', 'sector'], 'allow');
  return made;
exception when unique_violation then raise exception 'agency.create.nameTaken';
end $$;

grant execute on function sec.create_agency(text, text) to administrator;
