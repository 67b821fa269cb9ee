create or replace function app.bump_version() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin new.version := old.version + 1; return new; end $$;
