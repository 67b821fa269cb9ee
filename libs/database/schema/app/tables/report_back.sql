-- Everything that hangs on app.report_back: who may touch which of its rows, and what happens then.
select migration.protect('app.report_back', 'by table');

alter table app.report_back alter column table_id set default (sec.ctx()).table_id;

alter table app.report_back alter column agency_id set default (sec.ctx()).agency_id;

create policy report_back_select_43 on app.report_back for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = report_back.table_id
      and s.id = report_back.situation_id and s.stage in ('planning', 'intervention', 'concluded') offset 0));
comment on policy report_back_select_43 on app.report_back is 'matrix row 22, 43';

create policy report_back_insert_44 on app.report_back for insert to rep
  with check (report_back.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = report_back.table_id
      and s.id = report_back.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = report_back.table_id
      and d.situation_id = report_back.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
      and d.tier = 4 and d.revoked_at is null offset 0));
comment on policy report_back_insert_44 on app.report_back is 'matrix row 22';

create trigger check_report before insert on app.report_back for each row execute function app.check_report();
create trigger record_change after insert on app.report_back
  for each row execute function app.record_change('reportBack', 'status');

grant select on app.report_back to rep, coordinator;
grant insert (situation_id, id, status, still_elevated) on app.report_back to rep;
grant select on app.report_back to backup;
