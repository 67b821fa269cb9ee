-- applied: before tables
-- An answer that may be kept: flat, short, and each text an id, a number, a code or a time.
create or replace function sec.is_receipt(p_body jsonb) returns boolean
  language sql immutable set search_path = pg_catalog as $$
  select jsonb_typeof(p_body) = 'object' and octet_length(p_body::text) <= 2048 and not exists (
    select 1 from jsonb_each(p_body) field
    where jsonb_typeof(field.value) in ('object', 'array')
      or (jsonb_typeof(field.value) = 'string' and field.value #>> '{}' !~ '^[A-Za-z0-9:._+-]{0,64}$')) $$;
