-- Everything that hangs on app.report_back_detail: who may touch which of its rows, and what happens then.
select migration.protect('app.report_back_detail', 'by table');

alter table app.report_back_detail alter column table_id set default (sec.ctx()).table_id;

alter table app.report_back_detail alter column agency_id set default (sec.ctx()).agency_id;

create policy report_back_detail_select_45 on app.report_back_detail for select to rep
  using (exists (select from app.situation s where s.table_id = report_back_detail.table_id
      and s.id = report_back_detail.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = report_back_detail.table_id
      and d.situation_id = report_back_detail.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
      and d.tier = 4 and d.revoked_at is null offset 0));
comment on policy report_back_detail_select_45 on app.report_back_detail is 'matrix row 23';

create policy report_back_detail_insert_46 on app.report_back_detail for insert to rep
  with check (report_back_detail.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = report_back_detail.table_id
      and s.id = report_back_detail.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = report_back_detail.table_id
      and d.situation_id = report_back_detail.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
      and d.tier = 4 and d.revoked_at is null offset 0)
    and exists (select from app.report_back r where r.table_id = report_back_detail.table_id
      and r.situation_id = report_back_detail.situation_id and r.id = report_back_detail.report_back_id
      and r.agency_id = report_back_detail.agency_id offset 0));
comment on policy report_back_detail_insert_46 on app.report_back_detail is 'matrix row 23';

create trigger record_change after insert on app.report_back_detail
  for each row execute function app.record_change('reportBackDetail', 'T4');

grant select on app.report_back_detail to rep;
grant insert (situation_id, report_back_id, detail) on app.report_back_detail to rep;
grant select on app.report_back_detail to backup;
