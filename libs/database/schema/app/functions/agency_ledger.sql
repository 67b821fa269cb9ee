-- Row 25: what the agency was given, and what was given of what it brought. Newest first, after a place in
-- time.
create or replace function app.agency_ledger(p_before timestamptz, p_before_id uuid,
    p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, tier smallint,
    agency_id uuid,
  given boolean, basis text, granted_at timestamptz, revoked_at timestamptz, revoked_because text)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  perform audit.record('ledger.read', 'agency', own, array['ledger'], 'allow');
  return query select d.id, d.table_id, d.situation_id, s.number, d.tier, d.agency_id, d.agency_id <> own,
    d.basis, d.granted_at, d.revoked_at, d.revoked_because
    from app.disclosure d join app.situation s on s.table_id = d.table_id and s.id = d.situation_id
    where (d.agency_id = own
        or exists (select from app.situation_origin o where o.table_id = d.table_id
          and o.situation_id = d.situation_id and o.agency_id = own))
      and (p_before is null or (d.granted_at, d.id) < (p_before, p_before_id)) and not s.hidden
    order by d.granted_at desc, d.id desc limit p_limit;
end $$;

grant execute on function app.agency_ledger(timestamptz, uuid, integer) to privacy;
