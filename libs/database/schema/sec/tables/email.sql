-- Everything that hangs on sec.email: who may touch which of its rows, and what happens then.
select migration.protect('sec.email');
