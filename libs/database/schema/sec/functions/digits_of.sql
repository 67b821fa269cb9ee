-- The invitee, who holds the token, has six digits on the screen; the one beside types them on a device of
-- their own.
create or replace function sec.digits_of(p_invitation uuid, p_digits text) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to(p_invitation::text || ':' || p_digits, 'UTF8')) $$;
