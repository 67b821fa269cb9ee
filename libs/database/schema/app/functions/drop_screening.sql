-- A dropped screening leaves nothing but the event that it was dropped.
create or replace function app.drop_screening(p_screening uuid, p_version integer) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id
    and screening.agency_id = c.agency_id and screening.id = p_screening for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  delete from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id
    and screening.id = p_screening;
  perform audit.record('screening.drop', 'screening', p_screening, array['T1'], 'allow');
end $$;

grant execute on function app.drop_screening(uuid, integer) to rep;
