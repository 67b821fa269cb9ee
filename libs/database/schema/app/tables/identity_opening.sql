-- Everything that hangs on app.identity_opening: who may touch which of its rows, and what happens then.
select migration.protect('app.identity_opening', 'by table');
