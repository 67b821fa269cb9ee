-- Everything that hangs on audit.pending: who may touch which of its rows, and what happens then.
select migration.protect('audit.pending');

create constraint trigger append_at_commit after insert on audit.pending deferrable initially deferred
  for each row execute function audit.append_pending();
