create or replace function app.check_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('ageBand', new.age_band);
  perform app.require_code('sex', new.sex);
  perform app.require_codes('riskFactor', new.risk_factors);
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
