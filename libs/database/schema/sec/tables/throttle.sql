-- Everything that hangs on sec.throttle: who may touch which of its rows, and what happens then.
select migration.protect('sec.throttle');
