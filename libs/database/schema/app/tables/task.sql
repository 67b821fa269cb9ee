-- Everything that hangs on app.task: who may touch which of its rows, and what happens then.
select migration.protect('app.task', 'by table');

create policy task_of_coordinator on app.task for select to coordinator
  using ('coordinator' = any (task.receivers));
comment on policy task_of_coordinator on app.task is 'matrix row 106';

create policy task_of_rep on app.task for select to rep
  using ('rep' = any (task.receivers) and task.agency_id = (select (sec.ctx()).agency_id));
comment on policy task_of_rep on app.task is 'matrix row 106';

grant select on app.task to rep, coordinator;
grant select on app.task to backup;
