-- The agency that the officer answers for; refused for every other persona.
create or replace function app.officers_agency() returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is distinct from 'privacy' then raise exception 'not for this seat' using errcode = '42501';
  end if;
  return c.agency_id;
end $$;
