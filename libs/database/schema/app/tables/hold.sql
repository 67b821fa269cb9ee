-- Everything that hangs on app.hold: who may touch which of its rows, and what happens then.
select migration.protect('app.hold', 'by table');

grant select on app.hold to backup;
