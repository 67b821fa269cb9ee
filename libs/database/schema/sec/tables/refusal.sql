-- Everything that hangs on sec.refusal: who may touch which of its rows, and what happens then.
select migration.protect('sec.refusal');

create policy refusal_administration on sec.refusal for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select on sec.refusal to auditor, administrator;
grant select on sec.refusal to backup;
