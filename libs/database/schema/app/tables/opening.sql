-- Everything that hangs on app.opening: who may touch which of its rows, and what happens then.
select migration.protect('app.opening', 'by table');

grant select on app.opening to backup;
