-- Everything that hangs on codebook.version: who may touch which of its rows, and what happens then.
select migration.protect('codebook.version');

create policy version_words on codebook.version for select to rep, coordinator, auditor, administrator,
  privacy
      using ((select (sec.ctx()).persona) = current_user);

create trigger tell_of_codebook after insert on codebook.version
  for each row execute function sec.tell_of_codebook();

grant select (version, name, published_at) on codebook.version to rep, coordinator, auditor, administrator,
  privacy;
grant select on codebook.version to backup;
