create or replace function app.reject(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.exit_table(s, p_to, p, c.user_id);
end $$;
