-- Everything that hangs on audit.counted_month: who may touch which of its rows, and what happens then.
select migration.protect('audit.counted_month');

grant select on audit.counted_month to backup;
