-- Everything that hangs on sec.password: who may touch which of its rows, and what happens then.
select migration.protect('sec.password');

grant select on sec.password to backup;
