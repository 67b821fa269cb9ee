-- Everything that hangs on app.signal: who may touch which of its rows, and what happens then.
select migration.protect('app.signal', 'by table');
