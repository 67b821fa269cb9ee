create or replace function app.check_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.require_code('ageBand', new.age_band);
  perform app.require_code('sex', new.sex);
  perform app.require_codes('riskFactor', new.risk_factors);
  -- Persons are numbered in the order in which they were entered, on every screen, and keep their number.
  if tg_op = 'INSERT' and new.place = 0 then
    perform from app.situation s where s.table_id = new.table_id and s.id = new.situation_id for no key update;
    new.place := 1 + coalesce((select max(p.place) from app.affected_person p
      where p.table_id = new.table_id and p.situation_id = new.situation_id), 0);
  end if;
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
