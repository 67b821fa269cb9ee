-- Everything that hangs on app.certificate: who may touch which of its rows, and what happens then.
select migration.protect('app.certificate', 'by table');

grant select on app.certificate to backup;
