create or replace function app.is_task_for(c sec.ctx_t, p_task uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.task t where t.table_id = c.table_id and t.id = p_task
    and c.persona = any (t.receivers) and (c.persona = 'coordinator' or t.agency_id = c.agency_id));
end $$;
