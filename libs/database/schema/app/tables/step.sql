-- Everything that hangs on app.step: who may touch which of its rows, and what happens then.
select migration.protect('app.step', 'by table');

create policy step_select_55 on app.step for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = step.table_id
      and s.id = step.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention', 'concluded') offset 0));
comment on policy step_select_55 on app.step is 'matrix row 3';

create trigger add_to_agenda after insert on app.step for each row
  execute function app.add_to_agenda();

grant select on app.step to rep, coordinator;
grant select on app.step to backup;
