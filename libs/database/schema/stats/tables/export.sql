-- Everything that hangs on stats.export: who may touch which of its rows, and what happens then.
select migration.protect('stats.export');

create policy export_auditor on stats.export for select to auditor
  using ((select (sec.ctx()).persona) = current_user);

create policy export_officer on stats.export for select to privacy
  using ((select (sec.ctx()).persona) = current_user and export.approved_by is null);

grant select on stats.export to auditor, privacy;
grant select on stats.export to backup;
