-- Everything that hangs on sec.rotation_lease: who may touch which of its rows, and what happens then.
select migration.protect('sec.rotation_lease');
