create or replace function app.touch_screening() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin new.version := old.version + 1; new.updated_at := sec.domain_now(); return new; end $$;
