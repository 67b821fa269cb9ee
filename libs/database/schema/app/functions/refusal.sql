-- Why a move is refused, or null. The order is attempt()'s: unused parameters, stage, role, needs.
create or replace function app.refusal(m app.move, s app.situation, f jsonb, p jsonb) returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from jsonb_object_keys(p) key where not key = any (m.takes))
    then return 'unusedParameter'; end if;
  if not m.stages ? (f ->> 'stage') then return 'wrongStage'; end if;
  if not app.may_make(m, f, p) then return 'notYourRole'; end if;
  return app.unmet(m, s, f, p);
end $$;
