-- Everything that hangs on app.number_counter: who may touch which of its rows, and what happens then.
select migration.protect('app.number_counter', 'by table');

grant select on app.number_counter to backup;
