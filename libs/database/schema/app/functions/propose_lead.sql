create or replace function app.propose_lead(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.workflow set proposed_lead = (p ->> 'agency')::uuid
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
