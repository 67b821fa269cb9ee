-- Everything that hangs on audit.action: who may touch which of its rows, and what happens then.
select migration.protect('audit.action');
