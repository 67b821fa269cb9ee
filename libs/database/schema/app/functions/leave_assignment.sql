create or replace function app.leave_assignment(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.end_assignment(s, c.agency_id, 'accepted', 'left', p ->> 'reason', false);
end $$;
