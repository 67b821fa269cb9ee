-- Small letters without accents.
create or replace function app.folded(p_text text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select translate(lower(regexp_replace(normalize(p_text, NFKD), U&'[\0300-\036f]', '', 'g')), 'đøłı',
      'doli') $$;
