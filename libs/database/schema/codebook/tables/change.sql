-- Everything that hangs on codebook.change: who may touch which of its rows, and what happens then.
select migration.protect('codebook.change');

create policy change_limit on codebook.change as restrictive for all to coordinator
  using (change.table_id = (select (sec.ctx()).table_id));

create policy change_own_table on codebook.change for select to coordinator
  using ((select (sec.ctx()).persona) = current_user);

create policy change_all on codebook.change for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select on codebook.change to coordinator, administrator;
grant select on codebook.change to backup;
