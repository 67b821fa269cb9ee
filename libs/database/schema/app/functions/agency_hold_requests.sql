create or replace function app.agency_hold_requests(p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, asked_by uuid,
    asked_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare own uuid := app.officers_agency();
begin
  return query select r.id, r.table_id, r.situation_id, s.number, r.reason, r.asked_by, r.asked_at
    from app.hold_request r join app.situation s on s.table_id = r.table_id and s.id = r.situation_id
    where r.agency_id = own and r.answered_at is null
      and (p_after_id is null or (r.asked_at, r.id) > (p_after_at, p_after_id)) order by r.asked_at, r.id
        limit p_limit;
end $$;

grant execute on function app.agency_hold_requests(timestamptz, uuid, integer) to privacy;
