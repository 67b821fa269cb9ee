-- Everything that hangs on audit.checkpoint: who may touch which of its rows, and what happens then.
select migration.protect('audit.checkpoint');

grant select on audit.checkpoint to backup;
