create or replace function app.confirm_lead(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A lead that nobody represents any more does not go on as an assisting agency.
  perform app.end_any_role(s, h.agency_id, 'handedOver') from app.task h
   where h.table_id = s.table_id and h.situation_id = s.id and h.kind = 'handOver' and h.role = 'lead'
     and h.closed_at is null and not app.is_represented(h.table_id, h.agency_id);
  update app.assignment set role = 'assisting' where assignment.table_id = s.table_id
    and assignment.situation_id = s.id and assignment.role = 'lead' and assignment.state = 'accepted';
  update app.assignment set role = 'lead' from app.workflow w where w.table_id = s.table_id
    and w.situation_id = s.id and assignment.table_id = s.table_id and assignment.situation_id = s.id
    and assignment.agency_id = w.proposed_lead and assignment.state = 'accepted';
  update app.workflow set proposed_lead = null
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
