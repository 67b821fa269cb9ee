-- applied: before tables
-- What a person takes for the same name (nameKey in libs/domain/text): without case, width, ligatures, other
-- spaces or anything unseen.
create or replace function sec.name_key(p_name text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select btrim(regexp_replace(normalize(translate(lower(upper(lower(regexp_replace(normalize(p_name, NFKC),
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8]',
    '', 'g') collate pg_unicode_fast) collate pg_unicode_fast) collate pg_unicode_fast), 'ς', 'σ'), NFKC),
    '[\s\u0085\u1680\u2028\u2029\u2800]+', ' ', 'g')) $$;
