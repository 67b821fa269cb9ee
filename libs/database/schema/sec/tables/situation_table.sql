-- Everything that hangs on sec.situation_table: who may touch which of its rows, and what happens then.
select migration.protect('sec.situation_table');

create policy situation_table_own on sec.situation_table for select to rep, coordinator
  using ((situation_table.id, current_user::text) = (select c.table_id, c.persona from sec.ctx() c));

create policy situation_table_all on sec.situation_table for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy situation_table_of_agency on sec.situation_table for select to privacy
  using (exists (select 1 from sec.table_agency where table_agency.table_id = situation_table.id
        and (table_agency.agency_id, current_user::text)
          = (select c.agency_id, c.persona from sec.ctx() c)));

create trigger place_in_region before insert or update of region on sec.situation_table
  for each row execute function sec.place_in_region();
create trigger conclude_open after update of ended_at on sec.situation_table
  for each row when (old.ended_at is null and new.ended_at is not null) execute function app.end_open_situations();
create trigger end_with_table after update of ended_at on sec.situation_table
  for each row when (old.ended_at is null and new.ended_at is not null) execute function sec.end_with_table();
create trigger begin_chain after insert on sec.situation_table
  for each row execute function audit.begin_chain();
create trigger begin_plan after insert on sec.situation_table for each row execute function sec.begin_plan();
create trigger begin_sealings after insert on sec.situation_table
  for each row execute function app.begin_sealings();
create trigger change_sealings after update of time_zone on sec.situation_table
  for each row execute function app.begin_sealings();
-- Everything but what is below is told: a new setting is told without a line here.
create trigger tell_of_changed_table after update on sec.situation_table for each row
  when (to_jsonb(old) - array['version', 'created_at', 'region_code', 'suggestions', 'founding', 'founded_at',
        'founded_list']
    is distinct
      from to_jsonb(new) - array['version', 'created_at', 'region_code', 'suggestions', 'founding', 'founded_at',
        'founded_list'])
  execute function sec.tell_of_table();

grant select on sec.situation_table to rep, coordinator, administrator, privacy;
grant select (id, name, region, region_code, time_zone, created_at, ended_at) on sec.situation_table to auditor;
grant select on sec.situation_table to backup;
