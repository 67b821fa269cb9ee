-- Somebody new represents the agency and takes its role over.
create or replace function app.take_over_task(p_task uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.acting(array['rep'], false);
t app.task := app.hand_over_to_do(p_task, c.agency_id, c.table_id);
begin
  if t.role not in ('lead', 'assisting') then raise exception 'task.notARole' using errcode = 'P0001'; end if;
  if not exists (select from app.assignment a where a.table_id = t.table_id
      and a.situation_id = t.situation_id
      and a.agency_id = c.agency_id and a.state in ('asked', 'accepted')) then
    raise exception 'task.roleEnded' using errcode = 'P0001';
  end if;
  perform app.close_task(t.table_id, t.id, 'takenOver');
end $$;

grant execute on function app.take_over_task(uuid) to rep;
