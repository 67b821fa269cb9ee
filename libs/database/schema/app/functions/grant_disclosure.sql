create or replace function app.grant_disclosure(s app.situation, p_tier smallint, p_agency uuid, p_basis text,
    p_by uuid, p_meeting uuid, p_earlier uuid default null) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into app.disclosure (table_id, situation_id, tier, agency_id, basis, meeting_id, granted_by,
      granted_at, earlier_id)
  values (s.table_id, s.id, p_tier, p_agency, p_basis, p_meeting, p_by, sec.domain_now(), p_earlier)
  on conflict (table_id, agency_id, situation_id, tier) where revoked_at is null do nothing $$;
