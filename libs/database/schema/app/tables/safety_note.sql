-- Everything that hangs on app.safety_note: who may touch which of its rows, and what happens then.
select migration.protect('app.safety_note', 'by table');

alter table app.safety_note alter column table_id set default (sec.ctx()).table_id;

alter table app.safety_note alter column agency_id set default (sec.ctx()).agency_id;

create policy safety_note_select_30 on app.safety_note for select to rep
  using (exists (select from app.situation s where s.table_id = safety_note.table_id
      and s.id = safety_note.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and ((safety_note.agency_id = (select (sec.ctx()).agency_id)
        and exists (select from app.situation_origin o where o.table_id = safety_note.table_id
          and o.situation_id = safety_note.situation_id
          and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
      or exists (select from app.disclosure d where d.table_id = safety_note.table_id
        and d.situation_id = safety_note.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy safety_note_select_30 on app.safety_note is 'matrix row 47';

create policy safety_note_insert_31 on app.safety_note for insert to rep
  with check (safety_note.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = safety_note.table_id
      and s.id = safety_note.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = safety_note.table_id
        and o.situation_id = safety_note.situation_id
        and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = safety_note.table_id
        and d.situation_id = safety_note.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy safety_note_insert_31 on app.safety_note is 'matrix row 47';

create trigger record_change after insert on app.safety_note
  for each row execute function app.record_change('safetyNote', 'T4');

grant select on app.safety_note to rep;
grant insert (situation_id, id, note) on app.safety_note to rep;
grant select on app.safety_note to backup;
