-- Everything that hangs on app.discussion_note: who may touch which of its rows, and what happens then.
select migration.protect('app.discussion_note', 'by table');

alter table app.discussion_note alter column table_id set default (sec.ctx()).table_id;

alter table app.discussion_note alter column agency_id set default (sec.ctx()).agency_id;

create policy discussion_note_select_18 on app.discussion_note for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = discussion_note.table_id
      and s.id = discussion_note.situation_id and s.stage in ('deidentified', 'limited') offset 0));
comment on policy discussion_note_select_18 on app.discussion_note is 'matrix row 9';

create policy discussion_note_insert_19 on app.discussion_note for insert to rep, coordinator
  with check (exists (select from app.situation s where s.table_id = discussion_note.table_id
      and s.id = discussion_note.situation_id and s.stage in ('deidentified', 'limited') offset 0)
    and discussion_note.agency_id is not distinct from (select (sec.ctx()).agency_id));
comment on policy discussion_note_insert_19 on app.discussion_note is 'matrix row 9';

create trigger record_change after insert on app.discussion_note
  for each row execute function app.record_change('note', 'T2');

grant select on app.discussion_note to rep, coordinator;
grant insert (situation_id, id, note, guard_version) on app.discussion_note to rep, coordinator;
grant select on app.discussion_note to backup;
