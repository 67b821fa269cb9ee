-- Everything that hangs on app.reminder: who may touch which of its rows, and what happens then.
select migration.protect('app.reminder', 'by table');

grant select on app.reminder to backup;
