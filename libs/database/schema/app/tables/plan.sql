-- Everything that hangs on app.plan: who may touch which of its rows, and what happens then.
select migration.protect('app.plan', 'by table');

alter table app.plan alter column table_id set default (sec.ctx()).table_id;

alter table app.plan alter column agency_id set default (sec.ctx()).agency_id;

create policy plan_select_27 on app.plan for select to rep
  using (exists (select from app.situation s where s.table_id = plan.table_id and s.id = plan.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = plan.table_id
      and d.situation_id = plan.situation_id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4
      and d.revoked_at is null offset 0));
comment on policy plan_select_27 on app.plan is 'matrix row 21';

create policy plan_insert_28 on app.plan for insert to rep
  with check (plan.agency_id = (select (sec.ctx()).agency_id)
    and exists (select from app.situation s where s.table_id = plan.table_id and s.id = plan.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = plan.table_id
      and d.situation_id = plan.situation_id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4
      and d.revoked_at is null offset 0));
comment on policy plan_insert_28 on app.plan is 'matrix row 21';

create policy plan_update_29 on app.plan for update to rep
  using (exists (select from app.situation s where s.table_id = plan.table_id and s.id = plan.situation_id
      and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = plan.table_id
      and d.situation_id = plan.situation_id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4
      and d.revoked_at is null offset 0)
    and exists (select from app.assignment a where a.table_id = plan.table_id
      and a.situation_id = plan.situation_id and a.agency_id = (select (sec.ctx()).agency_id)
      and a.role = 'lead' and a.state = 'accepted' offset 0))
  with check (exists (select from app.situation s where s.table_id = plan.table_id
      and s.id = plan.situation_id and s.stage in ('planning', 'intervention') offset 0)
    and exists (select from app.disclosure d where d.table_id = plan.table_id
      and d.situation_id = plan.situation_id and d.agency_id = (select (sec.ctx()).agency_id) and d.tier = 4
      and d.revoked_at is null offset 0)
    and exists (select from app.assignment a where a.table_id = plan.table_id
      and a.situation_id = plan.situation_id and a.agency_id = (select (sec.ctx()).agency_id)
      and a.role = 'lead' and a.state = 'accepted' offset 0));
comment on policy plan_update_29 on app.plan is 'matrix row 21';

create trigger bump_version before update on app.plan for each row execute function app.bump_version();
create trigger record_change after insert
  or update on app.plan for each row execute function app.record_change('plan', 'T4');

grant select on app.plan to rep;
grant insert (situation_id, id, content) on app.plan to rep;
grant update (content, guard_version) on app.plan to rep;
grant select on app.plan to backup;
