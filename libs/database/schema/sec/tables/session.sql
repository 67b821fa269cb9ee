-- Everything that hangs on sec.session: who may touch which of its rows, and what happens then.
select migration.protect('sec.session');
