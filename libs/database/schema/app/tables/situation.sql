-- Everything that hangs on app.situation: who may touch which of its rows, and what happens then.
select migration.protect('app.situation', 'by table');

create policy situation_select_3 on app.situation for select to rep, coordinator using (not situation.hidden);
comment on policy situation_select_3 on app.situation is 'matrix row 3, 41, 42';

grant select (table_id, id, year, sequence, number, stage, opened_month, version) on app.situation to rep,
  coordinator;
grant select on app.situation to backup;
