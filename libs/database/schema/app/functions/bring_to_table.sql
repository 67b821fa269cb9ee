create or replace function app.bring_to_table(p_screening uuid, p_version integer, p_id uuid, p_request jsonb,
    p jsonb, p_summary bytea, p_keys jsonb) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening; number text;
begin
  if c.persona is distinct from 'rep' then raise exception 'not for this seat' using errcode = '42501';
  end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id
    and screening.agency_id = c.agency_id and screening.id = p_screening for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if k.version is distinct from p_version then raise exception 'stale' using errcode = '40001'; end if;
  number := app.begin_situation('bringToTable', p_id, c.agency_id, c.user_id, 'no', p_request, p, p_summary,
      p_keys);
  delete from app.screening where screening.table_id = c.table_id and screening.agency_id = c.agency_id
    and screening.id = p_screening;
  return number;
end $$;

grant execute on function app.bring_to_table(uuid, integer, uuid, jsonb, jsonb, bytea, jsonb) to rep;
