-- What falls due by a day of the table's own calendar: what the dry run lists. The day after the last one of
-- UTC is the latest that it can be anywhere.
create or replace function app.due_within(p_days integer) returns table (table_id uuid, situation_id uuid,
    number text, agency_id uuid, concluded_on date, destroy_on date, sealed boolean, held boolean)
language sql volatile security definer set search_path = pg_catalog as $$
  select s.table_id, s.id, s.number, c.origin_agency_id, c.concluded_on, c.destroy_on,
    w.sealed_at is not null, app.is_held(s.table_id, s.id)
    from app.conclusion c join app.situation s on s.table_id = c.table_id and s.id = c.situation_id
      and s.stage = 'concluded'
    join app.workflow w on w.table_id = s.table_id and w.situation_id = s.id
    where c.destroy_on <= (select case when p_days is null then date 'infinity'
        else (sec.domain_now() at time zone 'UTC')::date + 1 + p_days end)
      and (p_days is null or c.destroy_on <= sec.today(s.table_id) + p_days)
    order by c.destroy_on, s.id $$;

grant execute on function app.due_within(integer) to job;
