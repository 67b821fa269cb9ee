-- The acting context, or a refusal: 28000 without one, 42501 for another persona, account.stepUp.needed where
-- a fresh proof is wanted.
create or replace function sec.acting(p_personas text[], p_fresh boolean) returns sec.ctx_t
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  if c.persona is null then raise exception 'no context' using errcode = '28000'; end if;
  if c.persona <> all (p_personas) then raise exception 'not for this seat' using errcode = '42501'; end if;
  if p_fresh and not sec.stepped_up() then raise exception 'account.stepUp.needed'; end if;
  return c;
end $$;
