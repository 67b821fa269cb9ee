create or replace function app.take_back_risk(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from app.risk_decision where risk_decision.table_id = s.table_id
    and risk_decision.situation_id = s.id;
  update app.workflow set risk_recorded_by = null, risk_meeting_id = null
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
