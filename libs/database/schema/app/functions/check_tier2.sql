-- Codes are checked when they are chosen: a correction of something else may keep a term that was retired
-- since.
create or replace function app.check_tier2() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare fresh boolean := tg_op = 'INSERT';
begin
  if fresh or new.type is distinct from old.type then perform app.require_code('situationType', new.type);
  end if;
  if fresh or new.age_band is distinct from old.age_band
    then perform app.require_code('ageBand', new.age_band); end if;
  if fresh or new.sex is distinct from old.sex then perform app.require_code('sex', new.sex); end if;
  if fresh or new.risk_factors is distinct from old.risk_factors
    then perform app.require_codes('riskFactor',
      app.chosen_anew(new.risk_factors, case when fresh then '{}' else old.risk_factors end)); end if;
  if fresh or new.study_flags is distinct from old.study_flags
    then perform app.require_codes('studyFlag',
      app.chosen_anew(new.study_flags, case when fresh then '{}' else old.study_flags end)); end if;
  if fresh or new.protective_factors is distinct from old.protective_factors
    then perform app.require_codes('protectiveFactor',
      app.chosen_anew(new.protective_factors, case when fresh then '{}' else old.protective_factors end));
      end if;
  if fresh or new.sectors is distinct from old.sectors
    then perform app.require_codes('sector',
      app.chosen_anew(new.sectors, case when fresh then '{}' else old.sectors end)); end if;
  if fresh then perform app.require_codes('ownMeans', new.own_means); else new.version := old.version + 1;
  end if;
  return new;
end $$;
