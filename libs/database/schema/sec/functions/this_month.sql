-- Where the month began that runs now: what is of before is over.
create or replace function sec.this_month() returns timestamptz
  language sql volatile security definer set search_path = pg_catalog as $$
  select date_trunc('month', sec.domain_now() at time zone 'UTC') at time zone 'UTC' $$;
