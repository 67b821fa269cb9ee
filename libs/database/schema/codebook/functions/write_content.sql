create or replace function codebook.write_content(c codebook.change, p_content jsonb) returns codebook.change
  language sql immutable set search_path = pg_catalog as $$
  select (jsonb_populate_record(c, jsonb_build_object(
    'label_en', p_content -> 'labelEn', 'label_fr', p_content -> 'labelFr', 'definition_en',
      nullif(btrim(p_content ->> 'definitionEn'), ''),
    'definition_fr', nullif(btrim(p_content ->> 'definitionFr'), ''), 'same_in_both',
      coalesce((p_content ->> 'sameInBoth')::boolean, false),
    'group_code', p_content -> 'group', 'theme_code', p_content -> 'theme', 'maps_to', p_content -> 'mapsTo',
    'active_from', p_content -> 'activeFrom', 'active_to', p_content -> 'activeTo'))).* $$;
