create or replace function app.confirm_on_behalf(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.situation_origin set on_behalf = 'confirmed'
    where situation_origin.table_id = s.table_id and situation_origin.situation_id = s.id;
end $$;
