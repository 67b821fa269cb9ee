-- Everything that hangs on app.tier_key: who may touch which of its rows, and what happens then.
select migration.protect('app.tier_key', 'by table');

create trigger refuse_retired_epoch before insert
  or update of epoch_id on app.tier_key for each row execute function app.refuse_retired_epoch();
