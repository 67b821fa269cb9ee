-- ---------------------------------------------------------------- what officers and representatives do
-- The number of a situation for the reader of a task about it: seats at the table know it as the header of
-- the situation.
-- A page of the agency's own and a page of each of its tables, by index: what is for the whole of another
-- table is not read.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_tasks(p_after timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, kind text, agency_id uuid, role text,
    because text,
  opened_at timestamptz, due_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog set enable_sort = off as $$
declare own uuid := app.officers_agency(); after_at timestamptz := coalesce(p_after, '-infinity');
after_id uuid := coalesce(p_after_id, '00000000-0000-0000-0000-000000000000');
begin
  perform audit.record('task.list', 'agency', own, '{}', 'allow');
  return query with mine as (
    select x.* from app.task x where x.closed_at is null and x.agency_id = own
        and 'privacy' = any (x.receivers) and (x.opened_at, x.id) > (after_at, after_id)
      order by x.opened_at, x.id limit p_limit
  ), of_tables as (
    select y.* from sec.table_agency ta cross join lateral (
        select x.* from app.task x where x.table_id = ta.table_id and x.closed_at is null
            and x.agency_id is null and 'privacy' = any (x.receivers)
            and (x.opened_at, x.id) > (after_at, after_id)
          order by x.opened_at, x.id limit p_limit) y
      where ta.agency_id = own and ta.left_at is null
  )
  select t.id, t.table_id, t.situation_id, s.number, t.kind, t.agency_id, t.role, t.because,
    t.opened_at, t.due_at
    from (select mine.* from mine union all select of_tables.* from of_tables) t
      left join lateral (select y.number from app.situation y
        where y.table_id = t.table_id and y.id = t.situation_id offset 0) s on true
    order by t.opened_at, t.id limit p_limit;
end $$;

grant execute on function app.agency_tasks(timestamptz, uuid, integer) to privacy;
