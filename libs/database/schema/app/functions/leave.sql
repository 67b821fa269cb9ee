create or replace function app.leave(s app.situation, p_to text, p_by uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  update app.workflow set stage_left = s.stage, left_at = sec.domain_now(), left_by = p_by
    where workflow.table_id = s.table_id and workflow.situation_id = s.id $$;
