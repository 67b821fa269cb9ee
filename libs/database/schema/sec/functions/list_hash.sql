create or replace function sec.list_hash(p_list jsonb) returns text
language sql immutable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(p_list::text, 'UTF8')), 'hex') $$;
