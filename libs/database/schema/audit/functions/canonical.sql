-- A JSON array of texts without spaces, so that an offline verifier in any language builds the same bytes.
create or replace function audit.canonical(e audit.event) returns bytea
  language sql stable
  set search_path
  = pg_catalog as $$ select convert_to(array_to_json(array[e.chain::text, (e.seq)::text, e.at_us::text,
    e.session_id::text, e.actor::text, e.seat::text, e.persona, e.agency::text, e.action, e.object_type,
    e.object_id::text, array_to_string(e.fields, ' '), e.outcome, e.purpose, e.request_id::text,
      e.detail])::text, 'UTF8') $$;
