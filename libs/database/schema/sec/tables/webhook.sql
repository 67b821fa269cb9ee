-- Everything that hangs on sec.webhook: who may touch which of its rows, and what happens then.
select migration.protect('sec.webhook');

create policy webhook_administration on sec.webhook for select to administrator
  using ((select (sec.ctx()).persona) = current_user);

-- Never the secret, sealed or not.
grant select (id, url, events, earlier_until, made_at, failing_since, stopped_at,
    version) on sec.webhook to administrator;
grant select on sec.webhook to backup;
