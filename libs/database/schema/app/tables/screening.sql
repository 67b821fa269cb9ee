-- Everything that hangs on app.screening: who may touch which of its rows, and what happens then.
select migration.protect('app.screening', 'by table');

alter table app.screening alter column table_id set default (sec.ctx()).table_id;

alter table app.screening alter column agency_id set default (sec.ctx()).agency_id;

alter table app.screening alter column created_by set default (sec.ctx()).user_id,
  alter column created_at set default sec.domain_now(), alter column updated_at set default sec.domain_now();

create policy screening_select_0 on app.screening for select to rep
  using (screening.agency_id = (select (sec.ctx()).agency_id));
comment on policy screening_select_0 on app.screening is 'matrix row 1';

create policy screening_insert_1 on app.screening for insert to rep
  with check (screening.agency_id = (select (sec.ctx()).agency_id));
comment on policy screening_insert_1 on app.screening is 'matrix row 1';

create policy screening_update_2 on app.screening for update to rep
  using (screening.agency_id = (select (sec.ctx()).agency_id))
  with check (screening.agency_id = (select (sec.ctx()).agency_id));
comment on policy screening_update_2 on app.screening is 'matrix row 1';

-- Of what the agency wrote; a key wrapped anew is no change of it.
create trigger touch_screening before update of content on app.screening
  for each row execute function app.touch_screening();
create trigger record_change after insert
  or update of content on app.screening for each row execute function app.record_change('screening', 'T1');
create trigger refuse_retired_epoch before insert
  or update of epoch_id on app.screening for each row execute function app.refuse_retired_epoch();

grant select (table_id, agency_id, id, content, created_by, created_at, updated_at,
    version) on app.screening to rep;
grant insert (id, content, wrapped_key, epoch_id) on app.screening to rep;
grant update (content, guard_version) on app.screening to rep;
grant select (table_id, agency_id, id, content, guard_version, created_by,
    created_at, updated_at, version) on app.screening to backup;
