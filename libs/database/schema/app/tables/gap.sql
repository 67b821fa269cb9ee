-- Everything that hangs on app.gap: who may touch which of its rows, and what happens then.
select migration.protect('app.gap', 'by table');

alter table app.gap alter column table_id set default (sec.ctx()).table_id;

alter table app.gap alter column agency_id set default (sec.ctx()).agency_id;

create policy gap_select_49 on app.gap for select to rep,
  coordinator using (exists (select from app.situation s where s.table_id = gap.table_id
      and s.id = gap.situation_id and s.stage in ('planning', 'intervention', 'concluded') offset 0));
comment on policy gap_select_49 on app.gap is 'matrix row 52';

create policy gap_insert_50 on app.gap for insert to rep
  with check (gap.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = gap.table_id and s.id = gap.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and (exists (select from app.situation_origin o where o.table_id = gap.table_id
        and o.situation_id = gap.situation_id and o.agency_id = (select (sec.ctx()).agency_id) offset 0)
      or exists (select from app.disclosure d where d.table_id = gap.table_id
        and d.situation_id = gap.situation_id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4
        and d.revoked_at is null offset 0)));
comment on policy gap_insert_50 on app.gap is 'matrix row 52';

create trigger month_of_table before insert on app.gap for each row execute function app.month_of_table();
create trigger check_service before insert on app.gap for each row execute function app.check_service();
create trigger record_change after insert on app.gap for each row execute function app.record_change('gap',
    'status');

grant select on app.gap to rep, coordinator;
grant insert (situation_id, id, service) on app.gap to rep;
grant select on app.gap to backup;
