-- Everything that hangs on sec.known_device: who may touch which of its rows, and what happens then.
select migration.protect('sec.known_device');
