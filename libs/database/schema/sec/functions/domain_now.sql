-- applied: before tables
-- Domain time. Sessions, TOTP, throttles, key epochs and the audit keep the wall clock.
create or replace function sec.domain_now() returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as $$
  select clock_timestamp() + coalesce((select demo_clock.ahead from sec.demo_clock where demo_clock.id = 1),
      interval '0') $$;

grant execute on function sec.domain_now() to authn, job, rep, coordinator, auditor, administrator, privacy,
  projector;
