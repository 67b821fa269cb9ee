-- ---------------------------------------------------------------- what strangers can choose
create or replace function sec.shared_subject(p_kind text, p_subject bytea) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select set_byte('\x00'::bytea, 0, array_position(
      array['pair', 'account', 'source', 'recovery', 'setUp', 'joining', 'feed', 'projector'], p_kind))
    || substr(p_subject, 1, 2) $$;
