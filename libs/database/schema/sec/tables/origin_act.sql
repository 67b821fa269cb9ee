-- Everything that hangs on sec.origin_act: who may touch which of its rows, and what happens then.
select migration.protect('sec.origin_act');

grant select on sec.origin_act to backup;
