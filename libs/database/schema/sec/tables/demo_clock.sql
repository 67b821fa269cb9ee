-- Everything that hangs on sec.demo_clock: who may touch which of its rows, and what happens then.
select migration.protect('sec.demo_clock');

grant select on sec.demo_clock to backup;
