-- True for a token that anybody signed in with: a browser that several people share keeps one. Any other is
-- replaced at the next sign-in, so that nobody can plant a token that they know themselves.
create or replace function sec.keeps_device(p_device bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.known_device where known_device.token_hash = p_device) $$;

grant execute on function sec.keeps_device(bytea) to authn;
