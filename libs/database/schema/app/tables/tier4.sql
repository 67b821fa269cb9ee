-- Everything that hangs on app.tier4: who may touch which of its rows, and what happens then.
select migration.protect('app.tier4', 'by table');

alter table app.tier4 alter column table_id set default (sec.ctx()).table_id;

alter table app.tier4 alter column agency_id set default (sec.ctx()).agency_id;

alter table app.tier4 alter column user_id set default (sec.ctx()).user_id;

create policy tier4_select_24 on app.tier4 for select to rep
  using (exists (select from app.situation s where s.table_id = tier4.table_id and s.id = tier4.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and ((tier4.agency_id = (select (sec.ctx()).agency_id)
        and exists (select from app.situation_origin o where o.table_id = tier4.table_id
          and o.situation_id = tier4.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
      or exists (select from app.disclosure d where d.table_id = tier4.table_id
        and d.situation_id = tier4.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy tier4_select_24 on app.tier4 is 'matrix row 18';

create policy tier4_insert_25 on app.tier4 for insert to rep
  with check (tier4.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = tier4.table_id and s.id = tier4.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = tier4.table_id
        and o.situation_id = tier4.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = tier4.table_id
        and d.situation_id = tier4.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy tier4_insert_25 on app.tier4 is 'matrix row 18';

create policy tier4_update_26 on app.tier4 for update to rep
  using (tier4.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = tier4.table_id and s.id = tier4.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = tier4.table_id
        and o.situation_id = tier4.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = tier4.table_id
        and d.situation_id = tier4.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)))
  with check (tier4.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = tier4.table_id and s.id = tier4.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = tier4.table_id
        and o.situation_id = tier4.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = tier4.table_id
        and d.situation_id = tier4.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 4 and d.revoked_at is null offset 0)));
comment on policy tier4_update_26 on app.tier4 is 'matrix row 18';

create trigger bump_version before update on app.tier4 for each row execute function app.bump_version();
create trigger record_change after insert
  or update on app.tier4 for each row execute function app.record_change('tier4', 'T4');

grant select on app.tier4 to rep;
grant insert (situation_id, id, person_id, content) on app.tier4 to rep;
grant update (content, guard_version) on app.tier4 to rep;
grant select on app.tier4 to backup;
