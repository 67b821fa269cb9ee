-- What falls due by a day of the table's own calendar: what the dry run lists. The day after the last one of
-- UTC is the latest that it can be anywhere.
create or replace function app.due_within(p_days integer) returns table (table_id uuid, situation_id uuid,
    number text, agency_id uuid, concluded_on date, destroy_on date, sealed boolean, held boolean)
language sql volatile security definer set search_path = pg_catalog as $$
  select c.table_id, c.situation_id, s.number, c.origin_agency_id, c.concluded_on, c.destroy_on,
    w.sealed_at is not null, app.is_held(c.table_id, c.situation_id)
    from app.conclusion c
    cross join lateral (select y.number from app.situation y where y.table_id = c.table_id
      and y.id = c.situation_id and y.stage = 'concluded' offset 0) s
    cross join lateral (select y.sealed_at from app.workflow y where y.table_id = c.table_id
      and y.situation_id = c.situation_id offset 0) w
    where c.destroy_on <= (select case when p_days is null then date 'infinity'
        else (sec.domain_now() at time zone 'UTC')::date + 1 + p_days end)
      and (p_days is null or c.destroy_on <= sec.today(c.table_id) + p_days)
    order by c.destroy_on, c.situation_id $$;

grant execute on function app.due_within(integer) to job;
