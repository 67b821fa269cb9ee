-- Everything that hangs on stats.sealed_record: who may touch which of its rows, and what happens then.
select migration.protect('stats.sealed_record');

grant select on stats.sealed_record to backup;
