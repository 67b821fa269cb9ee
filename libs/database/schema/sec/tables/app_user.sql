-- Everything that hangs on sec.app_user: who may touch which of its rows, and what happens then.
select migration.protect('sec.app_user');

create policy app_user_self on sec.app_user for select to rep, coordinator, auditor, administrator, privacy
  using ((app_user.id, current_user::text) = (select c.user_id, c.persona from sec.ctx() c));

create policy app_user_seated on sec.app_user for select to rep, coordinator, privacy
  using ((select (sec.ctx()).persona) = current_user
      and exists (select 1 from sec.seat where seat.user_id = app_user.id offset 0));

create policy app_user_all on sec.app_user for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

create policy app_user_invited on sec.app_user for select to privacy, coordinator
  using ((select (sec.ctx()).persona) = current_user
      and exists (select 1 from sec.invitation where invitation.user_id = app_user.id offset 0));

create policy app_user_offered on sec.app_user for select to privacy, coordinator
  using ((select (sec.ctx()).persona) = current_user
      and exists (select 1 from sec.seat_offer where seat_offer.user_id = app_user.id offset 0));

create trigger settle_roles after update of status on sec.app_user
  for each row when (old.status is distinct from new.status) execute function app.settle_user();

grant select (id, display_name, language, status) on sec.app_user to rep, coordinator, privacy, auditor;
grant select on sec.app_user to administrator;
grant select on sec.app_user to backup;
