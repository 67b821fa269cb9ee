-- Everything that hangs on sec.region: who may touch which of its rows, and what happens then.
select migration.protect('sec.region');

grant select on sec.region to backup;
