-- Everything that hangs on app.exit_sector: who may touch which of its rows, and what happens then.
select migration.protect('app.exit_sector', 'by table');

grant select on app.exit_sector to backup;
