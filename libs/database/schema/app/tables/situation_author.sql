-- Everything that hangs on app.situation_author: who may touch which of its rows, and what happens then.
select migration.protect('app.situation_author', 'by table');

create policy situation_author_select_5 on app.situation_author for select to rep
  using (exists (select from app.situation s where s.table_id = situation_author.table_id
      and s.id = situation_author.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = situation_author.table_id
        and o.situation_id = situation_author.situation_id
        and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = situation_author.table_id
        and d.situation_id = situation_author.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy situation_author_select_5 on app.situation_author is 'matrix row 5';

create policy situation_author_select_6 on app.situation_author for select to coordinator
  using (exists (select from app.situation s where s.table_id = situation_author.table_id
      and s.id = situation_author.situation_id
      and s.stage in ('deidentified', 'limited', 'planning', 'intervention') offset 0));
comment on policy situation_author_select_6 on app.situation_author is 'matrix row 5';

grant select on app.situation_author to rep;
grant select on app.situation_author to coordinator;
grant select on app.situation_author to backup;
