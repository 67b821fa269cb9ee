create or replace function app.chosen_anew(p_new text[], p_old text[]) returns text[]
  language sql immutable set search_path = pg_catalog as $$
  select coalesce(array_agg(x), '{}') from unnest(p_new) x where not x = any (p_old) $$;
