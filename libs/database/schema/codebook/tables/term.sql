-- Everything that hangs on codebook.term: who may touch which of its rows, and what happens then.
select migration.protect('codebook.term');

create policy term_words on codebook.term for select to rep, coordinator, auditor, administrator, privacy
      using ((select (sec.ctx()).persona) = current_user);

create trigger term_kept before update
  or delete on codebook.term for each row execute function codebook.refuse_rewriting();
create trigger term_not_emptied before truncate on codebook.term
  for each statement execute function codebook.refuse_rewriting();

grant select on codebook.term to rep, coordinator, auditor, administrator, privacy;
grant select on codebook.term to backup;
