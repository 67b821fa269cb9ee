create or replace function app.propose_conclusion(s app.situation, p_to text, p jsonb, c sec.ctx_t)
  returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.conclusion_proposal (table_id, situation_id, reason, proposed_at)
    values (s.table_id, s.id, p ->> 'reason', sec.domain_now())
  on conflict (table_id, situation_id)
    do update set reason = excluded.reason, proposed_at = excluded.proposed_at;
end $$;
