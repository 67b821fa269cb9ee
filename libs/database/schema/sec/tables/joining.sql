-- Everything that hangs on sec.joining: who may touch which of its rows, and what happens then.
select migration.protect('sec.joining');

create policy joining_limit on sec.joining as restrictive for all to rep, coordinator
  using (joining.table_id = (select (sec.ctx()).table_id));

create policy joining_seated on sec.joining for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);

create policy joining_all on sec.joining for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy joining_of_agency on sec.joining for select to privacy
  using ((select (sec.ctx()).persona) = current_user and sec.sits_at((select (sec.ctx()).agency_id),
    joining.table_id));

grant select on sec.joining to rep, coordinator, administrator, privacy;
grant select on sec.joining to backup;
