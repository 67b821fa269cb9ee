create or replace function audit.changes(p_action text) returns boolean
  language sql immutable
  set search_path = pg_catalog as $$ select (not (p_action ~ '[.](open|list|read|card)$'
      or p_action = 'reading.refused') and p_action <> 'change.refused') $$;
