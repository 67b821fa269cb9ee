-- Everything that hangs on sec.idempotency: who may touch which of its rows, and what happens then.
select migration.protect('sec.idempotency');

create constraint trigger demand_receipt after insert on sec.idempotency deferrable initially deferred
  for each row execute function sec.demand_receipt();
