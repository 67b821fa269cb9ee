-- Everything that hangs on sec.stuck: who may touch which of its rows, and what happens then.
select migration.protect('sec.stuck');

create policy stuck_administrator on sec.stuck for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

grant select (id, kind, table_id, label, tries, code, first_at, parked_at) on sec.stuck to administrator;
grant select on sec.stuck to backup;
