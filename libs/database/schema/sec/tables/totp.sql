-- Everything that hangs on sec.totp: who may touch which of its rows, and what happens then.
select migration.protect('sec.totp');

grant select on sec.totp to backup;
