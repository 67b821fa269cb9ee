-- Everything that hangs on sec.challenge: who may touch which of its rows, and what happens then.
select migration.protect('sec.challenge');
