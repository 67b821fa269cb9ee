-- Everything that hangs on app.answer: who may touch which of its rows, and what happens then.
select migration.protect('app.answer', 'by table');

create policy answer_select_39 on app.answer for select to rep
  using (answer.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = answer.table_id and s.id = answer.situation_id
      and s.stage in ('limited') offset 0));
comment on policy answer_select_39 on app.answer is 'matrix row 14';

create policy answer_select_40 on app.answer for select to coordinator
  using (exists (select from app.situation s where s.table_id = answer.table_id and s.id = answer.situation_id
      and s.stage in ('limited') offset 0));
comment on policy answer_select_40 on app.answer is 'matrix row 14';

grant select on app.answer to rep;
grant select on app.answer to coordinator;
grant select on app.answer to backup;
