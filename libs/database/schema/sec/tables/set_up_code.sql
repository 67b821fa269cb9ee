-- Everything that hangs on sec.set_up_code: who may touch which of its rows, and what happens then.
select migration.protect('sec.set_up_code');
