-- Everything that hangs on sec.backup_run: who may touch which of its rows, and what happens then.
select migration.protect('sec.backup_run');

grant select on sec.backup_run to backup;
