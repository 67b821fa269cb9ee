-- A step of the clock is good once: the update finds no row when it was used before, by whoever came first.
-- One that is not the database's own time, which an API with another clock judged right, is none: kept, a
-- step ahead would shut its user out until then.
create or replace function sec.use_totp_step(p_user uuid, p_step bigint) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update sec.totp set last_step = p_step where totp.user_id = p_user and totp.last_step < p_step
    and abs(p_step - floor(extract(epoch from clock_timestamp()) / 30)) <= 4;
  return found;
end $$;
