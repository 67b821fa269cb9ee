-- Today, as the calendar of a table has it: neither the server's zone nor UTC says which day it is there.
-- What belongs to no table (null) takes the earliest day of any table, so that it denies nobody a day that is
-- not over; UTC while there is no table.
create or replace function sec.today(p_table uuid) returns date
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select (sec.domain_now() at time zone t.time_zone)::date from sec.situation_table t
        where t.id = p_table),
    (select min((sec.domain_now() at time zone z.time_zone)::date)
      from (select distinct t.time_zone from sec.situation_table t where t.ended_at is null) z),
    (sec.domain_now() at time zone 'UTC')::date) $$;

grant execute on function sec.today(uuid) to rep, coordinator, administrator, privacy, job;
