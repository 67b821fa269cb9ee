-- Everything that hangs on sec.context_key: who may touch which of its rows, and what happens then.
select migration.protect('sec.context_key');
