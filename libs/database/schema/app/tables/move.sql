-- Everything that hangs on app.move: who may touch which of its rows, and what happens then.
select migration.protect('app.move');
