-- Everything that hangs on app.disclosure: who may touch which of its rows, and what happens then.
select migration.protect('app.disclosure', 'by table');

create policy disclosure_select_37 on app.disclosure for select to coordinator
  using (exists (select from app.situation s where s.table_id = disclosure.table_id
      and s.id = disclosure.situation_id offset 0));
comment on policy disclosure_select_37 on app.disclosure is 'matrix row 25';

create policy disclosure_select_38 on app.disclosure for select to rep
  using (exists (select from app.situation s where s.table_id = disclosure.table_id
      and s.id = disclosure.situation_id offset 0)
    and (disclosure.agency_id = (select (sec.ctx()).agency_id)
      or app.originated_here(disclosure.situation_id)));
comment on policy disclosure_select_38 on app.disclosure is 'matrix row 25';

create trigger copy_origin before insert on app.disclosure for each row execute function app.copy_origin();

grant select (table_id, situation_id, id, tier, agency_id, basis, meeting_id, granted_at, revoked_at,
    revoked_because) on app.disclosure to coordinator;
grant select (table_id, situation_id, id, tier, agency_id, basis, meeting_id, granted_at, revoked_at,
    revoked_because) on app.disclosure to rep;
grant select on app.disclosure to backup;
