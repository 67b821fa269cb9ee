create or replace function app.undo(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from app.exit where exit.table_id = s.table_id and exit.situation_id = s.id;
  update app.workflow set stage_left = null, left_at = null, left_by = null
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
