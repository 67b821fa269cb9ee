-- That something was opened or shown, or was asked for in vain.
create or replace function audit.is_opening(p_action text) returns boolean
  language sql immutable set search_path = pg_catalog as $$ select (p_action ~ '[.](open|list|read|card)$'
    or p_action = 'reading.refused') $$;
