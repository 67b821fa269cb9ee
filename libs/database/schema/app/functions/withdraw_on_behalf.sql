create or replace function app.withdraw_on_behalf(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.withdraw(s, p_to, p, c);
end $$;
