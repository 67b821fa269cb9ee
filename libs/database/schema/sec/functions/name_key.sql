-- applied: before tables
-- What a person takes for the same name (nameKey in libs/domain/text): without case, width, ligatures, other
-- spaces or anything unseen; without points and apostrophes, a dash as a space; letters of other alphabets as
-- the Latin ones that they are drawn like.
create or replace function sec.name_key(p_name text) returns text
  language sql immutable set search_path = pg_catalog as $$
  select btrim(regexp_replace(regexp_replace(regexp_replace(normalize(translate(normalize(translate(
    lower(upper(lower(regexp_replace(normalize(p_name, NFKC),
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8'
      '\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
    '', 'g') collate pg_unicode_fast) collate pg_unicode_fast) collate pg_unicode_fast), 'ς', 'σ'), NFKC),
    'авеёкмнорстухіїјѕһԁԛԝαβεζηικμνορτυχ', 'abeëkmhopctyxiïjshdqwabezhikmnoptyx'), NFKC),
    '[\u002d\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0]',
    ' ', 'g'), '[.,;:!''"`\u00b4\u00b7\u02b9-\u02bd\u02c8\u2018-\u201f\u2032\u2033\u2035\u2039\u203a\u00ab\u00bb]',
    '', 'g'), '[\s\u0085\u1680\u2028\u2029\u2800]+', ' ', 'g')) $$;
