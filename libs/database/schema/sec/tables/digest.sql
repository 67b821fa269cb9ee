-- Everything that hangs on sec.digest: who may touch which of its rows, and what happens then.
select migration.protect('sec.digest');

grant select on sec.digest to backup;
