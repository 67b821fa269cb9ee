create or replace function app.close_task(p_table uuid, p_task uuid, p_how text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update app.task set closed_at = sec.domain_now(), closed_by = (sec.ctx()).user_id, closed_how = p_how
    where task.table_id = p_table and task.id = p_task and task.closed_at is null;
  if found then
    perform audit.record('task.end', 'task', p_task, '{}', 'allow', null, jsonb_build_object('how', p_how),
        p_table);
  end if;
end $$;
