-- Everything that hangs on app.coded_field: who may touch which of its rows, and what happens then.
select migration.protect('app.coded_field');
