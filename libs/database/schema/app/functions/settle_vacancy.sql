-- A task while a table or an agency that had somebody has nobody; it is done when somebody is seated.
create or replace function app.settle_vacancy(p_kind text, p_table uuid, p_agency uuid,
    p_vacant boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare made uuid; t app.task;
begin
  if p_vacant then
    made := app.open_task(p_kind, p_table, null, p_agency, null, null,
      app.why_ended(p_table, case when p_agency is null then 'coordinator' else 'privacy' end, p_agency),
      array[case when p_agency is null then 'privacy' else 'coordinator' end], null);
    if made is not null then perform app.tell_administrators('task.' || p_kind, p_table, p_agency, made);
    end if;
    return;
  end if;
  for t in select task.* from app.task where task.table_id = p_table and task.kind = p_kind
      and task.agency_id is not distinct from p_agency and task.closed_at is null loop
    perform app.close_task(t.table_id, t.id, 'takenOver');
  end loop;
end $$;
