-- Everything that hangs on sec.recovery_code: who may touch which of its rows, and what happens then.
select migration.protect('sec.recovery_code');

grant select on sec.recovery_code to backup;
