-- Everything that hangs on app.early_destruction: who may touch which of its rows, and what happens then.
select migration.protect('app.early_destruction', 'by table');

-- The coordinator is the second person of an early destruction, and must find what waits.
create policy early_destruction_coordinator on app.early_destruction for select to coordinator
  using (exists (select from app.situation s where s.table_id = early_destruction.table_id
      and s.id = early_destruction.situation_id offset 0));

grant select (table_id, situation_id, id, agency_id, consent, consented_on,
    asked_at) on app.early_destruction to coordinator;
grant select on app.early_destruction to backup;
