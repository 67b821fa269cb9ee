-- The situation is locked before the task, as a move does.
create or replace function app.hand_over_to_do(p_task uuid, p_agency uuid, p_table uuid) returns app.task
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare t app.task;
begin
  select task.* into t from app.task where task.id = p_task and task.kind = 'handOver'
    and task.agency_id = p_agency
    and (p_table is null or task.table_id = p_table);
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  perform from app.situation where situation.table_id = t.table_id
    and situation.id = t.situation_id for update;
  perform sec.still_entered();
  select task.* into t from app.task where task.table_id = t.table_id and task.id = p_task for update;
  if not found then raise exception 'not found' using errcode = 'P0002'; end if;
  if t.closed_at is not null then raise exception 'task.closed' using errcode = 'P0001'; end if;
  return t;
end $$;
