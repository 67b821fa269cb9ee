-- Everything that hangs on stats.seal_run: who may touch which of its rows, and what happens then.
select migration.protect('stats.seal_run');

grant select on stats.seal_run to backup;
