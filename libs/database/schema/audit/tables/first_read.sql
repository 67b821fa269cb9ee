-- Everything that hangs on audit.first_read: who may touch which of its rows, and what happens then.
select migration.protect('audit.first_read');
