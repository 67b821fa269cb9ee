create or replace function app.may_make(m app.move, f jsonb, p jsonb) returns boolean
  language plpgsql immutable set search_path = pg_catalog as $$
declare agency text := p ->> 'agency'; enters boolean := 'forAgencyWithoutAccount' = any (m."by");
begin
  if enters and f ->> 'viewerAgency' is not null and agency is not null then return false; end if;
  if f -> 'roles' ?| array_remove(m."by", 'forAgencyWithoutAccount') then return true; end if;
  return enters and f -> 'roles' ? 'coordinator' and agency is not null
    and f -> 'agenciesWithoutAccount' ? agency
    and (not 'asked' = any (m."by") or app.live_role(f, agency, null, array['asked']));
end $$;
