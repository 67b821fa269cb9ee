-- Everything that hangs on app.consent_detail: who may touch which of its rows, and what happens then.
select migration.protect('app.consent_detail', 'by table');

alter table app.consent_detail alter column table_id set default (sec.ctx()).table_id;

alter table app.consent_detail alter column agency_id set default (sec.ctx()).agency_id;

create policy consent_detail_select_35 on app.consent_detail for select to rep
  using (exists (select from app.situation s where s.table_id = consent_detail.table_id
      and s.id = consent_detail.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0)
    and ((consent_detail.agency_id = (select (sec.ctx()).agency_id)
        and exists (select from app.situation_origin o where o.table_id = consent_detail.table_id
          and o.situation_id = consent_detail.situation_id
          and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
      or exists (select from app.disclosure d where d.table_id = consent_detail.table_id
        and d.situation_id = consent_detail.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy consent_detail_select_35 on app.consent_detail is 'matrix row 24';

create policy consent_detail_insert_36 on app.consent_detail for insert to rep
  with check (consent_detail.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = consent_detail.table_id
      and s.id = consent_detail.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = consent_detail.table_id
        and o.situation_id = consent_detail.situation_id
        and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = consent_detail.table_id
        and d.situation_id = consent_detail.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0))
    and exists (select from app.consent c where c.table_id = consent_detail.table_id
      and c.situation_id = consent_detail.situation_id and c.id = consent_detail.consent_id
      and c.agency_id = consent_detail.agency_id offset 0));
comment on policy consent_detail_insert_36 on app.consent_detail is 'matrix row 24';

create trigger record_change after insert on app.consent_detail
  for each row execute function app.record_change('consentDetail', 'T4');

grant select on app.consent_detail to rep;
grant insert (situation_id, consent_id, detail) on app.consent_detail to rep;
grant select on app.consent_detail to backup;
