-- Everything that hangs on audit.month_count: who may touch which of its rows, and what happens then.
select migration.protect('audit.month_count');

grant select on audit.month_count to backup;
