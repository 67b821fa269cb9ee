create or replace function app.pair_projector(p_code_hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := app.coordinator_context(); paired uuid;
begin
  update sec.projector_session set table_id = c.table_id, paired_by = c.seat_id,
    paired_at = clock_timestamp(), code_hash = null, source = null
   where projector_session.code_hash = p_code_hash and projector_session.code_until > clock_timestamp()
     returning projector_session.id into paired;
  if not found then raise exception 'projector.codeUnknown' using errcode = 'P0001'; end if;
  perform audit.record('projector.pair', 'projector', paired, '{}', 'allow');
  return paired;
end $$;

grant execute on function app.pair_projector(bytea) to coordinator;
