-- ---------------------------------------------------------------- agencies
create or replace function sec.check_sector(p_sector text) returns void
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if p_sector is not null and not codebook.chosen_ok('sector', p_sector, null, sec.today(null))
    then raise exception 'agency.sectorUnknown'; end if;
end $$;
