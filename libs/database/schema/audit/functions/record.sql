-- The actor comes from the signed context; a function without one (authn, job) names its chain by p_table or
-- writes to administration.
create or replace function audit.record(p_action text, p_object_type text, p_object_id uuid, p_fields text[],
    p_outcome text,
  p_purpose text default null, p_detail jsonb default '{}', p_table uuid default null,
    p_actor uuid default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c sec.ctx_t := sec.ctx();
begin
  insert into audit.pending (chain, at_us, session_id, actor, seat, persona, agency, action, object_type,
      object_id, fields, outcome, purpose, request_id, detail)
  values (coalesce(c.table_id, p_table, '00000000-0000-0000-0000-000000000000'),
      (extract(epoch from clock_timestamp()) * 1000000)::bigint,
    c.session_id, coalesce(c.user_id, p_actor), c.seat_id, c.persona, c.agency_id, p_action, p_object_type,
      p_object_id,
    coalesce(p_fields, '{}'), p_outcome, p_purpose,
      nullif(current_setting('situation_table.request_id', true), '')::uuid, p_detail::text);
end $$;
