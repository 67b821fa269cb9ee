-- Everything that hangs on app.tier3: who may touch which of its rows, and what happens then.
select migration.protect('app.tier3', 'by table');

alter table app.tier3 alter column table_id set default (sec.ctx()).table_id;

alter table app.tier3 alter column agency_id set default (sec.ctx()).agency_id;

create policy tier3_select_21 on app.tier3 for select to rep
  using ((tier3.agency_id = (select (sec.ctx()).agency_id)
      and exists (select from app.situation_origin o where o.table_id = tier3.table_id
        and o.situation_id = tier3.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0))
    or (exists (select from app.situation s where s.table_id = tier3.table_id and s.id = tier3.situation_id
        and s.stage in ('limited', 'planning', 'intervention') offset 0)
      and exists (select from app.disclosure d where d.table_id = tier3.table_id
        and d.situation_id = tier3.situation_id and d.agency_id = (select (sec.ctx()).agency_id)
        and d.tier = 3 and d.revoked_at is null offset 0)));
comment on policy tier3_select_21 on app.tier3 is 'matrix row 11, 13, 17';

create policy tier3_insert_22 on app.tier3 for insert to rep
  with check (tier3.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation_origin o where o.table_id = tier3.table_id
      and o.situation_id = tier3.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
    and exists (select from app.situation s where s.table_id = tier3.table_id and s.id = tier3.situation_id
      and s.stage in ('deidentified', 'limited') offset 0));
comment on policy tier3_insert_22 on app.tier3 is 'matrix row 11, 13';

create policy tier3_update_23 on app.tier3 for update to rep
  using (tier3.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation_origin o where o.table_id = tier3.table_id
      and o.situation_id = tier3.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
    and exists (select from app.situation s where s.table_id = tier3.table_id and s.id = tier3.situation_id
      and s.stage in ('deidentified', 'limited') offset 0))
  with check (tier3.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation_origin o where o.table_id = tier3.table_id
      and o.situation_id = tier3.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
    and exists (select from app.situation s where s.table_id = tier3.table_id and s.id = tier3.situation_id
      and s.stage in ('deidentified', 'limited') offset 0));
comment on policy tier3_update_23 on app.tier3 is 'matrix row 11, 13';

create trigger bump_version before update on app.tier3 for each row execute function app.bump_version();
create trigger record_change after insert
  or update on app.tier3 for each row execute function app.record_change('tier3', 'T3');

grant select on app.tier3 to rep;
grant insert (situation_id, id, person_id, identity) on app.tier3 to rep;
grant update (identity, guard_version) on app.tier3 to rep;
grant select on app.tier3 to backup;
