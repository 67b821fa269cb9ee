-- Everything that hangs on sec.agency: who may touch which of its rows, and what happens then.
select migration.protect('sec.agency');

create policy agency_labels on sec.agency for select to rep, coordinator, auditor, administrator, privacy
  using ((select (sec.ctx()).persona) = current_user);

create trigger end_with_agency after update of ended_at on sec.agency
  for each row
    when (old.ended_at is null and new.ended_at is not null) execute function sec.end_with_agency();
create trigger drop_screenings after update of ended_at on sec.agency
  for each row
    when (old.ended_at is null and new.ended_at is not null) execute function app.drop_screenings_of_agency();

grant select on sec.agency to rep, coordinator, administrator, privacy;
grant select on sec.agency to auditor;
grant select on sec.agency to backup;
