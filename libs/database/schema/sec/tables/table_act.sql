-- Everything that hangs on sec.table_act: who may touch which of its rows, and what happens then.
select migration.protect('sec.table_act');

grant select on sec.table_act to backup;
