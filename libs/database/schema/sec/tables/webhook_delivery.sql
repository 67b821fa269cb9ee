-- Everything that hangs on sec.webhook_delivery: who may touch which of its rows, and what happens then.
select migration.protect('sec.webhook_delivery');

grant select on sec.webhook_delivery to backup;
