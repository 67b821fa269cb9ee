-- Once a task is due its receivers are told that the coordinator may act.
create or replace function app.tasks_due(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select t.table_id, t.id from app.task t
    where t.closed_at is null and t.due_told_at is null and t.due_at <= (select sec.domain_now())
      and t.table_id <> all (p_skip) and not sec.waits('tasks', t.table_id, t.id)
    order by t.due_at limit p_limit $$;
