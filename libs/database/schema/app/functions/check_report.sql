create or replace function app.check_report() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin perform app.require_code('reportBack', new.status); return new; end $$;
