-- Everything that hangs on app.service_mobilized: who may touch which of its rows, and what happens then.
select migration.protect('app.service_mobilized', 'by table');

alter table app.service_mobilized alter column table_id set default (sec.ctx()).table_id;

alter table app.service_mobilized alter column agency_id set default (sec.ctx()).agency_id;

create policy service_mobilized_select_47 on app.service_mobilized for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = service_mobilized.table_id
      and s.id = service_mobilized.situation_id
      and s.stage in ('planning', 'intervention', 'concluded') offset 0));
comment on policy service_mobilized_select_47 on app.service_mobilized is 'matrix row 46';

create policy service_mobilized_insert_48 on app.service_mobilized for insert to rep
  with check (service_mobilized.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = service_mobilized.table_id
      and s.id = service_mobilized.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = service_mobilized.table_id
      and d.situation_id = service_mobilized.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
      and d.tier = 4 and d.revoked_at is null offset 0));
comment on policy service_mobilized_insert_48 on app.service_mobilized is 'matrix row 46';

create trigger month_of_table before insert on app.service_mobilized
  for each row execute function app.month_of_table();
create trigger check_service before insert on app.service_mobilized
  for each row execute function app.check_service();
create trigger record_change after insert on app.service_mobilized
  for each row execute function app.record_change('service', 'status');

grant select on app.service_mobilized to rep, coordinator;
grant insert (situation_id, id, service, mobilization) on app.service_mobilized to rep;
grant select on app.service_mobilized to backup;
