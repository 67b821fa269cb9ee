-- Everything that hangs on sec.table_agency: who may touch which of its rows, and what happens then.
select migration.protect('sec.table_agency');

create policy table_agency_limit on sec.table_agency as restrictive for all to rep, coordinator
  using (table_agency.table_id = (select (sec.ctx()).table_id));

create policy table_agency_seated on sec.table_agency for select to rep, coordinator
  using ((select (sec.ctx()).persona) = current_user);

create policy table_agency_all on sec.table_agency for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy table_agency_of_agency on sec.table_agency for select to privacy
  using ((table_agency.agency_id, current_user::text) = (select c.agency_id, c.persona from sec.ctx() c));

create trigger join_today before insert on sec.table_agency for each row execute function sec.join_today();
create trigger end_with_place after update of left_at on sec.table_agency
  for each row when (old.left_at is null and new.left_at is not null) execute function sec.end_with_place();
create trigger end_disclosures_with_place after update of left_at on sec.table_agency
  for each row when (old.left_at is null and new.left_at is not null) execute function app.end_with_place();
create trigger tell_of_joined_agency after insert on sec.table_agency
  for each row execute function sec.tell_of_agency();
create trigger tell_of_moved_agency after update on sec.table_agency for each row
  when ((old.left_at is null) <> (new.left_at is null)) execute function sec.tell_of_agency();
create trigger settle_roles after update of left_at, has_account on sec.table_agency
  for each row
    when (old.left_at is distinct from new.left_at or old.has_account is distinct from new.has_account)
  execute function app.settle_place();

grant select on sec.table_agency to rep, coordinator, administrator, privacy;
grant select on sec.table_agency to backup;
