create or replace function sec.forgive_own(p_subject bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from sec.throttle where throttle.subject = p_subject $$;
