-- Everything that hangs on sec.letter: who may touch which of its rows, and what happens then.
select migration.protect('sec.letter');
