-- ---------------------------------------------------------------- the digest
-- Counted when it is asked for. What is due is what the agency brought and nobody holds: thirty days before,
-- as the officer is promised.
-- What an agency brought, is not held and falls due within so many days; by index, however much there is that
-- does not.
create or replace function app.due_of_agency(p_agency uuid, p_days integer) returns table (table_id uuid,
    situation_id uuid, number text, destroy_on date)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
-- The day after the last one of UTC is the latest that it can be anywhere.
declare latest date := (sec.domain_now() at time zone 'UTC')::date + 1 + p_days;
begin
  return query select c.table_id, c.situation_id, s.number, c.destroy_on
    from (select x.* from app.conclusion x where x.origin_agency_id = p_agency and x.destroy_on <= latest
      order by x.destroy_on, x.situation_id offset 0) c
    cross join lateral (select y.number from app.situation y
      where y.table_id = c.table_id and y.id = c.situation_id and y.stage = 'concluded' offset 0) s
    where c.destroy_on <= sec.today(c.table_id) + p_days and not app.is_held(c.table_id, c.situation_id)
    order by c.destroy_on, c.situation_id;
end $$;
