create or replace function app.add_assisting(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.ask(s, (p ->> 'agency')::uuid, 'assisting');
end $$;
