-- Everything that hangs on stats.year_class: who may touch which of its rows, and what happens then.
select migration.protect('stats.year_class');

create policy year_class_auditor on stats.year_class for select to auditor
  using ((select (sec.ctx()).persona) = current_user
    and year_class.scope = '00000000-0000-0000-0000-000000000000');

create policy year_class_seats on stats.year_class for select to rep,
  coordinator using ((year_class.scope, current_user::text) = (select c.table_id, c.persona from sec.ctx() c));

grant select on stats.year_class to auditor, rep, coordinator;
grant select on stats.year_class to backup;
