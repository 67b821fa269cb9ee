-- Everything that hangs on sec.holiday: who may touch which of its rows, and what happens then.
select migration.protect('sec.holiday');

create policy holiday_all on sec.holiday for select to rep, coordinator, administrator
      using ((select (sec.ctx()).persona) = current_user);

grant select on sec.holiday to rep, coordinator, administrator;
grant select on sec.holiday to backup;
