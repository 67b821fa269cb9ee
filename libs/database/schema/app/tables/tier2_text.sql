-- Everything that hangs on app.tier2_text: who may touch which of its rows, and what happens then.
select migration.protect('app.tier2_text', 'by table');

create policy tier2_text_select_10 on app.tier2_text for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = tier2_text.table_id
      and s.id = tier2_text.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0));
comment on policy tier2_text_select_10 on app.tier2_text is 'matrix row 7, 8';

create policy tier2_text_update_11 on app.tier2_text for update to rep
  using (exists (select from app.situation s where s.table_id = tier2_text.table_id
      and s.id = tier2_text.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2_text.table_id
      and o.situation_id = tier2_text.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
  with check (exists (select from app.situation s where s.table_id = tier2_text.table_id
      and s.id = tier2_text.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2_text.table_id
      and o.situation_id = tier2_text.situation_id
      and o.agency_id = (select (sec.ctx()).agency_id) offset 0));
comment on policy tier2_text_update_11 on app.tier2_text is 'matrix row 7, 8';

create policy tier2_text_update_12 on app.tier2_text for update to coordinator
  using (exists (select from app.situation s where s.table_id = tier2_text.table_id
      and s.id = tier2_text.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2_text.table_id
      and o.situation_id = tier2_text.situation_id and o.on_behalf = 'unconfirmed' offset 0))
  with check (exists (select from app.situation s where s.table_id = tier2_text.table_id
      and s.id = tier2_text.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = tier2_text.table_id
      and o.situation_id = tier2_text.situation_id and o.on_behalf = 'unconfirmed' offset 0));
comment on policy tier2_text_update_12 on app.tier2_text is 'matrix row 7';

create trigger bump_version before update on app.tier2_text for each row execute function app.bump_version();
create trigger record_change after update on app.tier2_text
  for each row execute function app.record_change('summary', 'T2');

grant select on app.tier2_text to rep, coordinator;
grant update (summary, guard_version) on app.tier2_text to rep;
grant update (summary, guard_version) on app.tier2_text to coordinator;
grant select on app.tier2_text to backup;
