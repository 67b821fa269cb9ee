-- Everything that hangs on sec.mail_address: who may touch which of its rows, and what happens then.
select migration.protect('sec.mail_address');

grant select on sec.mail_address to backup;
