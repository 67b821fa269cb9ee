create or replace function sec.tell_of_codebook() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform sec.tell_webhooks('codebook.published', null, null, null);
  return null;
end $$;
