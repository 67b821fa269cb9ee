-- Everything that hangs on app.tier2: who may touch which of its rows, and what happens then.
select migration.protect('app.tier2', 'by table');

create policy tier2_select_7 on app.tier2 for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = tier2.table_id
      and s.id = tier2.situation_id offset 0));
comment on policy tier2_select_7 on app.tier2 is 'matrix row 6, 8, 43';

create policy tier2_update_8 on app.tier2 for update to rep
  using (exists (select from app.situation s where s.table_id = tier2.table_id and s.id = tier2.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2.table_id
      and o.situation_id = tier2.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
  with check (exists (select from app.situation s where s.table_id = tier2.table_id
      and s.id = tier2.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2.table_id
      and o.situation_id = tier2.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0));
comment on policy tier2_update_8 on app.tier2 is 'matrix row 6, 8';

create policy tier2_update_9 on app.tier2 for update to coordinator
  using (exists (select from app.situation s where s.table_id = tier2.table_id and s.id = tier2.situation_id
      and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2.table_id
      and o.situation_id = tier2.situation_id and o.on_behalf = 'unconfirmed' offset 0))
  with check (exists (select from app.situation s where s.table_id = tier2.table_id
      and s.id = tier2.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2.table_id
      and o.situation_id = tier2.situation_id and o.on_behalf = 'unconfirmed' offset 0));
comment on policy tier2_update_9 on app.tier2 is 'matrix row 6';

create trigger check_tier2 before insert
  or update on app.tier2 for each row execute function app.check_tier2();
create trigger record_change after update on app.tier2
  for each row execute function app.record_change('tier2', 'T2');

grant select on app.tier2 to rep, coordinator;
-- Updates of the columns that the program declares as corrected.
select app.grant_corrections();
grant select on app.tier2 to backup;
