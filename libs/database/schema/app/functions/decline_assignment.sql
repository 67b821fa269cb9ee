create or replace function app.decline_assignment(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.end_assignment(s, coalesce(c.agency_id, (p ->> 'agency')::uuid), 'asked', 'declined',
      p ->> 'reason', c.agency_id is null);
  if p_to = 'limited' then
    update app.workflow set round = workflow.round + 1, round_closed_at = null
      where workflow.table_id = s.table_id and workflow.situation_id = s.id;
  end if;
end $$;
