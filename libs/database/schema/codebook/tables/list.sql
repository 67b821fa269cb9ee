-- Everything that hangs on codebook.list: who may touch which of its rows, and what happens then.
select migration.protect('codebook.list');

create policy list_words on codebook.list for select to rep, coordinator, auditor, administrator, privacy
      using ((select (sec.ctx()).persona) = current_user);

grant select on codebook.list to rep, coordinator, auditor, administrator, privacy;
grant select on codebook.list to backup;
