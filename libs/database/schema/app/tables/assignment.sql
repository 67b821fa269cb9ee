-- Everything that hangs on app.assignment: who may touch which of its rows, and what happens then.
select migration.protect('app.assignment', 'by table');

create policy assignment_select_41 on app.assignment for select to rep
  using (exists (select from app.situation s where s.table_id = assignment.table_id
      and s.id = assignment.situation_id and s.stage in ('planning', 'intervention') offset 0));
comment on policy assignment_select_41 on app.assignment is 'matrix row 16, 48';

create policy assignment_select_42 on app.assignment for select to coordinator
  using (exists (select from app.situation s where s.table_id = assignment.table_id
      and s.id = assignment.situation_id and s.stage in ('limited', 'planning', 'intervention') offset 0));
comment on policy assignment_select_42 on app.assignment is 'matrix row 16, 48';

create trigger tell_of_asking after insert on app.assignment for each row
  when (new.state = 'asked') execute function app.tell_of_assignment();
create trigger tell_of_return after update of state on app.assignment for each row
  when (old.state = 'asked' and new.state = 'returned') execute function app.tell_of_assignment();
create trigger look_again after insert or update of state, contact_due_at on app.assignment
  for each row execute function app.look_again();

grant select (table_id, situation_id, id, agency_id, role, state, asked_at, contact_due_at, answered_at,
    answered_for_agency) on app.assignment to rep;
grant select (table_id, situation_id, id, agency_id, role, state, asked_at, contact_due_at, answered_at,
    answered_for_agency, reason) on app.assignment to coordinator;
grant select on app.assignment to backup;
