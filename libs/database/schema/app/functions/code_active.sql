create or replace function app.code_active(p_list text, p_code text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select codebook.chosen_ok(p_list, p_code, (select (sec.ctx()).table_id),
      sec.today((select (sec.ctx()).table_id))) $$;

grant execute on function app.code_active(text, text) to rep, coordinator;
