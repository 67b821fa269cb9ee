-- Everything that hangs on audit.event: who may touch which of its rows, and what happens then.
select migration.protect('audit.event');

-- Row 34: the administrative chain for auditors and administrators; the tables' own chains stay where they
-- are.
create policy event_administration on audit.event for select to auditor, administrator
  using ((select (sec.ctx()).persona) = current_user
      and event.chain = '00000000-0000-0000-0000-000000000000');

create trigger event_unchangeable before update or delete
  or truncate on audit.event for each statement execute function audit.refuse_change();

grant select on audit.event to auditor, administrator;
grant select on audit.event to backup;
