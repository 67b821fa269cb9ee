-- Everything that hangs on app.workflow: who may touch which of its rows, and what happens then.
select migration.protect('app.workflow', 'by table');

grant select on app.workflow to backup;
