-- Everything that hangs on app.factor_after: who may touch which of its rows, and what happens then.
select migration.protect('app.factor_after', 'by table');

grant select on app.factor_after to backup;
