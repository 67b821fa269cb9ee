-- Everything that hangs on app.youth_recipient: who may touch which of its rows, and what happens then.
select migration.protect('app.youth_recipient', 'by table');

grant select on app.youth_recipient to backup;
