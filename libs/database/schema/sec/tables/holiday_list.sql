-- Everything that hangs on sec.holiday_list: who may touch which of its rows, and what happens then.
select migration.protect('sec.holiday_list');

create policy holiday_list_all on sec.holiday_list for select to rep, coordinator, administrator
      using ((select (sec.ctx()).persona) = current_user);

grant select on sec.holiday_list to rep, coordinator, administrator;
grant select on sec.holiday_list to backup;
