-- Everything that hangs on app.agenda_entry: who may touch which of its rows, and what happens then.
select migration.protect('app.agenda_entry', 'by table');

-- An exit leaves the agenda with its situation and comes back, as a number and a decision, when it is
-- minimised.
create policy agenda_entry_select on app.agenda_entry for select to rep, coordinator
  using (exists (select from app.situation s where s.table_id = agenda_entry.table_id
        and s.id = agenda_entry.situation_id offset 0));
comment on policy agenda_entry_select on app.agenda_entry is 'matrix rows 40, 44';

grant select on app.agenda_entry to rep, coordinator;
grant select on app.agenda_entry to backup;
