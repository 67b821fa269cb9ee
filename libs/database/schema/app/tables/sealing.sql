-- Everything that hangs on app.sealing: who may touch which of its rows, and what happens then.
select migration.protect('app.sealing', 'by table');

grant select on app.sealing to backup;
