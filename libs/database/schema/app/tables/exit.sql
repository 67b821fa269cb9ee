-- Everything that hangs on app.exit: who may touch which of its rows, and what happens then.
select migration.protect('app.exit', 'by table');

create policy exit_select_54 on app.exit for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = exit.table_id
      and s.id = exit.situation_id offset 0));
comment on policy exit_select_54 on app.exit is 'matrix row 42';

grant select (table_id, situation_id, kind, type, reason) on app.exit to rep, coordinator;
grant select on app.exit to backup;
