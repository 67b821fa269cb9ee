create or replace function app.texts(p jsonb, p_key text) returns text[]
  language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(x order by x), '{}')
    from jsonb_array_elements_text(coalesce(p -> p_key, '[]')) x $$;
