-- ---------------------------------------------------------------- what officers and representatives do
-- The number of a situation for the reader of a task about it: seats at the table know it as the header of
-- the situation.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_tasks(p_after timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, kind text, agency_id uuid, role text,
    because text,
  opened_at timestamptz, due_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('task.list', 'agency', own, '{}', 'allow');
  return query select t.id, t.table_id, t.situation_id, s.number, t.kind, t.agency_id, t.role, t.because,
    t.opened_at, t.due_at
    from app.task t left join lateral (select y.number from app.situation y
      where y.table_id = t.table_id and y.id = t.situation_id offset 0) s on true
    where t.closed_at is null and 'privacy' = any (t.receivers)
      and (t.agency_id = own or t.agency_id is null and exists (select from sec.table_agency ta
        where ta.table_id = t.table_id and ta.agency_id = own and ta.left_at is null))
      and (p_after is null or (t.opened_at, t.id) > (p_after, p_after_id))
    order by t.opened_at, t.id limit p_limit;
end $$;

grant execute on function app.agency_tasks(timestamptz, uuid, integer) to privacy;
