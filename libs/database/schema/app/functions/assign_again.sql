create or replace function app.assign_again(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.ask(s, (p ->> 'agency')::uuid, p ->> 'role');
end $$;
