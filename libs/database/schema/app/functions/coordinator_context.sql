create or replace function app.coordinator_context() returns sec.ctx_t
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> 'coordinator' then raise exception 'not for this seat' using errcode = '42501'; end if;
  return c;
end $$;
