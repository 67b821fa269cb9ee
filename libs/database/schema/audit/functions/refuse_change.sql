-- applied: before tables
create or replace function audit.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin raise exception 'audit is append-only' using errcode = '42501'; end $$;
