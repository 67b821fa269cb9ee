-- The roles then open get new ledger rows on their earlier basis; nobody else gains, and an agency that left
-- the table gets nothing.
create or replace function app.reopen(s app.situation, p_to text, p jsonb, c sec.ctx_t) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare d app.disclosure;
begin
  for d in select disclosure.* from app.disclosure join app.workflow w on w.table_id = disclosure.table_id
    and w.situation_id = disclosure.situation_id
     join sec.table_agency ta on ta.table_id = disclosure.table_id and ta.agency_id = disclosure.agency_id
       and ta.left_at is null
    where disclosure.table_id = s.table_id and disclosure.situation_id = s.id
      and disclosure.revoked_because = 'concluded' and disclosure.revoked_at >= w.left_at
  loop perform app.grant_disclosure(s, d.tier, d.agency_id, d.basis, c.user_id, d.meeting_id, d.id); end loop;
  delete from app.conclusion where conclusion.table_id = s.table_id and conclusion.situation_id = s.id;
  update app.workflow set stage_left = null, left_at = null, left_by = null
    where workflow.table_id = s.table_id and workflow.situation_id = s.id;
end $$;
