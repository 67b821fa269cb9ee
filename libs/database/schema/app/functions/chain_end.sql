create or replace function app.chain_end() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null or c.persona not in ('rep', 'coordinator')
    then raise exception 'not for this seat' using errcode = '42501'; end if;
  return coalesce((select head.seq from audit.head where head.chain = c.table_id), 0);
end $$;

grant execute on function app.chain_end() to rep, coordinator;
