-- A day of work is within ten years of today; another is a slip of the keys, such as 2206 for 2026.
-- Errors: ST400, whose message is the rule and whose column the field.
create or replace function sec.check_reach(p_day date, p_field text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if abs(p_day - (sec.domain_now() at time zone 'UTC')::date) > 3660
    then raise exception 'isWithinTenYears' using errcode = 'ST400', column = p_field; end if;
end $$;
