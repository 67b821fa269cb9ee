-- Everything that hangs on app.attendance: who may touch which of its rows, and what happens then.
select migration.protect('app.attendance', 'by table');

create policy attendance_select_57 on app.attendance for select to rep, coordinator using (true = true);
comment on policy attendance_select_57 on app.attendance is 'matrix row 44';

create trigger disclose_to_latecomer after insert on app.attendance
  for each row execute function app.disclose_to_latecomer();

grant select on app.attendance to rep, coordinator;
grant select on app.attendance to backup;
