-- Everything that hangs on sec.settings_change: who may touch which of its rows, and what happens then.
select migration.protect('sec.settings_change');

create policy settings_change_limit on sec.settings_change as restrictive for all to rep, coordinator
  using (settings_change.table_id = (select (sec.ctx()).table_id));

create policy settings_change_seated on sec.settings_change for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);

create policy settings_change_all on sec.settings_change for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy settings_change_of_agency on sec.settings_change for select to privacy
  using (exists (select 1 from sec.table_agency
    where table_agency.table_id = settings_change.table_id
      and (table_agency.agency_id, current_user::text)
          = (select c.agency_id, c.persona from sec.ctx() c) and table_agency.left_at is null));

grant select on sec.settings_change to rep, coordinator, administrator, privacy;
grant select on sec.settings_change to backup;
