create or replace function app.conclude(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.leave(s, p_to, c.user_id);
  perform app.write_conclusion(s, p ->> 'reason', p ->> 'told',
      array(select jsonb_array_elements_text(p -> 'riskAfter')));
end $$;
