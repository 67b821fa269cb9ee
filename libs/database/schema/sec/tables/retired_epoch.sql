-- Everything that hangs on sec.retired_epoch: who may touch which of its rows, and what happens then.
select migration.protect('sec.retired_epoch');

create policy retired_epoch_administrator on sec.retired_epoch for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select on sec.retired_epoch to administrator;
grant select on sec.retired_epoch to backup;
