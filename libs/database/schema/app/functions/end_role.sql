create or replace function app.end_role(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.end_any_role(s, (p ->> 'from')::uuid, 'handedOver');
end $$;
