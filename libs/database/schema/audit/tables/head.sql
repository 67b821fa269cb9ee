-- Everything that hangs on audit.head: who may touch which of its rows, and what happens then.
select migration.protect('audit.head');

-- How far each chain is and its last hash, to compare with a checkpoint kept elsewhere: nothing of what
-- happened.
create policy head_administration on audit.head for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select on audit.head to administrator;
grant select on audit.head to backup;
