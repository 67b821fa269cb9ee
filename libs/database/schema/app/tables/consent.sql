-- Everything that hangs on app.consent: who may touch which of its rows, and what happens then.
select migration.protect('app.consent', 'by table');

alter table app.consent alter column table_id set default (sec.ctx()).table_id;

alter table app.consent alter column agency_id set default (sec.ctx()).agency_id;

create policy consent_select_32 on app.consent for select to coordinator
  using (exists (select from app.situation s where s.table_id = consent.table_id
      and s.id = consent.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0));
comment on policy consent_select_32 on app.consent is 'matrix row 24';

create policy consent_select_33 on app.consent for select to rep
  using (exists (select from app.situation s where s.table_id = consent.table_id
      and s.id = consent.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0)
    and ((consent.agency_id = (select (sec.ctx()).agency_id)
        and exists (select from app.situation_origin o where o.table_id = consent.table_id
          and o.situation_id = consent.situation_id
          and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
      or exists (select from app.disclosure d where d.table_id = consent.table_id
        and d.situation_id = consent.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy consent_select_33 on app.consent is 'matrix row 24';

create policy consent_insert_34 on app.consent for insert to rep
  with check (consent.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = consent.table_id
      and s.id = consent.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = consent.table_id
        and o.situation_id = consent.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = consent.table_id
        and d.situation_id = consent.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy consent_insert_34 on app.consent is 'matrix row 24';

create trigger check_consent before insert on app.consent for each row execute function app.check_consent();
create trigger record_change after insert on app.consent
  for each row execute function app.record_change('consent', 'consent');

grant select (table_id, situation_id, id, given, due_on) on app.consent to coordinator;
grant select on app.consent to rep;
grant insert (situation_id, id, state, due_on) on app.consent to rep;
grant select on app.consent to backup;
