-- The same hour of the table's clock so many business days later. What begins on another day counts from the
-- next business day on.
create or replace function app.business_days_after(p_table uuid, p_at timestamptz,
    p_days integer) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog as $$
declare zone text; day date; hour time; left_over integer := p_days;
begin
  select t.time_zone into strict zone from sec.situation_table t where t.id = p_table;
  day := (p_at at time zone zone)::date;
  hour := (p_at at time zone zone)::time;
  while not app.is_business_day(day) loop
    day := day + 1;
    hour := '00:00';
  end loop;
  while left_over > 0 loop
    day := day + 1;
    if app.is_business_day(day) then left_over := left_over - 1; end if;
  end loop;
  return (day + hour) at time zone zone;
end $$;
