-- Row 25: what the agency was given, and what was given of what it brought. Newest first, after a place in
-- time.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_ledger(p_before timestamptz, p_before_id uuid,
    p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, tier smallint,
    agency_id uuid,
  given boolean, basis text, granted_at timestamptz, revoked_at timestamptz, revoked_because text)
language plpgsql security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency(); before_at timestamptz := coalesce(p_before, 'infinity');
before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  perform audit.record('ledger.read', 'agency', own, array['ledger'], 'allow');
  -- A page of each kind by its index, and of the two together the newest: what is both counts as given to it.
  return query with given as (
    select d.* from app.disclosure d
      cross join lateral (select from app.situation y
        where y.table_id = d.table_id and y.id = d.situation_id and not y.hidden offset 0) s
      where d.agency_id = own and (d.granted_at, d.id) < (before_at, before_id)
      order by d.granted_at desc, d.id desc limit p_limit
  ), brought as (
    select d.* from app.disclosure d
      cross join lateral (select from app.situation y
        where y.table_id = d.table_id and y.id = d.situation_id and not y.hidden offset 0) s
      where d.origin_agency_id = own and d.agency_id <> own and (d.granted_at, d.id) < (before_at, before_id)
      order by d.granted_at desc, d.id desc limit p_limit
  )
  select d.id, d.table_id, d.situation_id, s.number, d.tier, d.agency_id, d.agency_id <> own,
    d.basis, d.granted_at, d.revoked_at, d.revoked_because
    from (select given.* from given union all select brought.* from brought) d
    cross join lateral (select y.number from app.situation y
      where y.table_id = d.table_id and y.id = d.situation_id offset 0) s
    order by d.granted_at desc, d.id desc limit p_limit;
end $$;

grant execute on function app.agency_ledger(timestamptz, uuid, integer) to privacy;
