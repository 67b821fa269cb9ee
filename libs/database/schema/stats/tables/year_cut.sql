-- Everything that hangs on stats.year_cut: who may touch which of its rows, and what happens then.
select migration.protect('stats.year_cut');

-- Rows 30 and 31: seats read their own table's cut, auditors that of all tables together; nobody reads both.
create policy year_cut_auditor on stats.year_cut for select to auditor
  using ((select (sec.ctx()).persona) = current_user
    and year_cut.scope = '00000000-0000-0000-0000-000000000000');

create policy year_cut_seats on stats.year_cut for select to rep,
  coordinator using ((year_cut.scope, current_user::text) = (select c.table_id, c.persona from sec.ctx() c));

grant select on stats.year_cut to auditor, rep, coordinator;
grant select on stats.year_cut to backup;
