-- Everything that hangs on app.hold_request: who may touch which of its rows, and what happens then.
select migration.protect('app.hold_request', 'by table');

grant select on app.hold_request to backup;
