create or replace function sec.context_seal(body text) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select encode(sha256(k.outer_key || sha256(k.inner_key || convert_to(body, 'UTF8'))), 'hex')
    from sec.context_key k where k.id = 1 $$;
