create or replace function app.correct_conclusion(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.conclusion set reason = p ->> 'reason', told = p ->> 'told',
      risk_after = array(select jsonb_array_elements_text(p -> 'riskAfter'))
    where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
end $$;
