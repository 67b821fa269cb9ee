-- No event, no key: the key of a screening, for the agency whose screening it is.
create or replace function app.open_screening(p_screening uuid, p_purpose text) returns table (wrapped bytea,
    epoch_id text)
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx(); k app.screening;
begin
  if c.persona is distinct from 'rep' then raise exception 'not found' using errcode = 'P0002'; end if;
  select screening.* into k from app.screening where screening.table_id = c.table_id
    and screening.agency_id = c.agency_id and screening.id = p_screening;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform audit.record('screening.open', 'screening', p_screening, array['T1'], 'allow', p_purpose);
  return query select k.wrapped_key, k.epoch_id;
end $$;

grant execute on function app.open_screening(uuid, text) to rep;
