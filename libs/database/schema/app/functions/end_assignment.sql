create or replace function app.end_assignment(s app.situation, p_agency uuid, p_from text, p_state text,
    p_reason text, p_for_agency boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.assignment set state = p_state, answered_at = sec.domain_now(),
    answered_for_agency = p_for_agency, reason = p_reason
   where assignment.table_id = s.table_id and assignment.situation_id = s.id
     and assignment.agency_id = p_agency and assignment.state = p_from;
  perform app.revoke_disclosures(s.table_id, s.id, array[p_agency], array[3, 4]::smallint[], p_state);
end $$;
