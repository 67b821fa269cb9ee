create or replace function app.release_identifiers(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.release(s, p, c.user_id, false);
end $$;
