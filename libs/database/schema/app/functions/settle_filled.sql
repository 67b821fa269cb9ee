create or replace function app.settle_filled(p_table uuid, p_task uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform sec.lock_roles(array[p_table]);
  perform app.settle_roles(p_table);
  return exists (select from app.task t where t.table_id = p_table and t.id = p_task
      and t.closed_at is not null);
end $$;
