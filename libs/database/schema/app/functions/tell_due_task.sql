create or replace function app.tell_due_task(p_table uuid, p_task uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t app.task;
begin
  update app.task set due_told_at = sec.domain_now() where task.table_id = p_table and task.id = p_task
    and task.closed_at is null and task.due_told_at is null and task.due_at <= sec.domain_now()
      returning task.* into t;
  if not found then return false; end if;
  perform app.tell_of_task(t, 'task.handOverDue');
  return true;
end $$;
