-- Everything that hangs on app.affected_person: who may touch which of its rows, and what happens then.
select migration.protect('app.affected_person', 'by table');

alter table app.affected_person alter column table_id set default (sec.ctx()).table_id;

create policy affected_person_select_13 on app.affected_person for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0));
comment on policy affected_person_select_13 on app.affected_person is 'matrix row 45';

create policy affected_person_insert_14 on app.affected_person for insert to rep
  with check (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id and s.stage in ('deidentified', 'limited') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id
      and o.agency_id = (select (sec.ctx()).agency_id) offset 0));
comment on policy affected_person_insert_14 on app.affected_person is 'matrix row 45';

create policy affected_person_update_15 on app.affected_person for update to rep
  using (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id
      and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
  with check (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id
      and o.agency_id = (select (sec.ctx()).agency_id) offset 0));
comment on policy affected_person_update_15 on app.affected_person is 'matrix row 45';

create policy affected_person_insert_16 on app.affected_person for insert to coordinator
  with check (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id and o.on_behalf = 'unconfirmed' offset 0));
comment on policy affected_person_insert_16 on app.affected_person is 'matrix row 45';

create policy affected_person_update_17 on app.affected_person for update to coordinator
  using (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id and o.on_behalf = 'unconfirmed' offset 0))
  with check (exists (select from app.situation s where s.table_id = affected_person.table_id
      and s.id = affected_person.situation_id and s.stage in ('deidentified') offset 0)
    and exists (select from app.situation_origin o where o.table_id = affected_person.table_id
      and o.situation_id = affected_person.situation_id and o.on_behalf = 'unconfirmed' offset 0));
comment on policy affected_person_update_17 on app.affected_person is 'matrix row 45';

create trigger check_person before insert
  or update on app.affected_person for each row execute function app.check_person();
create trigger record_change after insert
  or update on app.affected_person for each row execute function app.record_change('person', 'T2');

grant select on app.affected_person to rep, coordinator;
grant insert (situation_id, id, age_band, sex, risk_factors) on app.affected_person to rep;
grant update (age_band, sex, risk_factors) on app.affected_person to rep;
grant insert (situation_id, id, age_band, sex, risk_factors) on app.affected_person to coordinator;
grant update (age_band, sex, risk_factors) on app.affected_person to coordinator;
grant select on app.affected_person to backup;
