-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_hold_requests(p_after_at timestamptz, p_after_id uuid, p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, asked_by uuid,
    asked_at timestamptz)
language plpgsql security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency();
begin
  -- A page by the index on (agency_id, asked_at, id), each with its situation.
  return query select r.id, r.table_id, r.situation_id, s.number, r.reason, r.asked_by, r.asked_at
    from app.hold_request r cross join lateral (select y.number from app.situation y
      where y.table_id = r.table_id and y.id = r.situation_id offset 0) s
    where r.agency_id = own and r.answered_at is null
      and (r.asked_at, r.id) > (coalesce(p_after_at, '-infinity'),
        coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
    order by r.asked_at, r.id limit p_limit;
end $$;

grant execute on function app.agency_hold_requests(timestamptz, uuid, integer) to privacy;
