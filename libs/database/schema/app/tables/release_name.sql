-- Everything that hangs on app.release_name: who may touch which of its rows, and what happens then.
select migration.protect('app.release_name', 'by table');

grant select on app.release_name to backup;
