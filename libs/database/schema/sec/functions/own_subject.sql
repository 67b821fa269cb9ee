-- ---------------------------------------------------------------- what only its holder has
create or replace function sec.own_subject(p_kind text, p_key bytea) returns bytea
language sql immutable
  set search_path = pg_catalog as $$ select sha256(convert_to(p_kind, 'UTF8') || '\x00' || p_key) $$;
