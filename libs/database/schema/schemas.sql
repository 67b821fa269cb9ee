-- applied: before tables
-- The schemas of the database and who may look into them.
create schema if not exists sec;
create schema if not exists app;
create schema if not exists audit;
create schema if not exists codebook;
create schema if not exists stats;
create schema if not exists queue;
alter default privileges revoke execute on functions from public;
revoke all on schema sec, app, audit, codebook, stats from public;
grant usage on schema sec to app, authn, job, rep, coordinator, auditor, administrator, privacy, projector;
grant usage on schema codebook to rep, coordinator, auditor, administrator, privacy;
grant usage on schema app to rep, coordinator;
grant usage on schema app to job;
grant usage on schema app to projector;
grant usage on schema stats to auditor, rep, coordinator, privacy;
grant usage on schema stats, app to job;
grant usage on schema app to privacy;
grant usage on schema audit to auditor, administrator;
grant usage on schema sec to job;
grant usage on schema stats to engine;
grant usage on schema queue to queue;
grant usage on schema app, sec, audit, codebook, stats to backup;
