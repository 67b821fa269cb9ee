-- Everything that hangs on app.situation_origin: who may touch which of its rows, and what happens then.
select migration.protect('app.situation_origin', 'by table');

create policy situation_origin_select_4 on app.situation_origin for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = situation_origin.table_id
      and s.id = situation_origin.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0));
comment on policy situation_origin_select_4 on app.situation_origin is 'matrix row 4';

create trigger follow_origin after update of agency_id on app.situation_origin for each row
  when (old.agency_id <> new.agency_id) execute function app.follow_origin();

grant select on app.situation_origin to rep, coordinator;
grant select on app.situation_origin to backup;
