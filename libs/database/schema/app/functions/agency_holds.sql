-- Those that stand first, then by the day of their review. Each kind is a page by its own index.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_holds(p_after_lifted boolean, p_after_on date, p_after_id uuid,
    p_limit integer)
returns table (id uuid, table_id uuid, situation_id uuid, number text, reason text, review_on date,
    review_due boolean, set_at timestamptz, lifted_at timestamptz)
language plpgsql security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency(); among_lifted boolean := coalesce(p_after_lifted, false);
after_on date := coalesce(p_after_on, '-infinity');
after_id uuid := coalesce(p_after_id, '00000000-0000-0000-0000-000000000000');
begin
  perform audit.record('hold.list', 'agency', own, '{}', 'allow');
  return query with open as (
    select x.* from app.hold x where not among_lifted and x.agency_id = own and x.lifted_at is null
      and (x.review_on, x.id) > (after_on, after_id) order by x.review_on, x.id limit p_limit
  ), lifted as (
    select x.* from app.hold x where x.agency_id = own and x.lifted_at is not null
      and (x.review_on, x.id) > (case when among_lifted then after_on else '-infinity' end,
        case when among_lifted then after_id else '00000000-0000-0000-0000-000000000000' end)
      order by x.review_on, x.id limit p_limit
  )
  select h.id, h.table_id, h.situation_id, s.number, h.reason, h.review_on,
      h.lifted_at is null and h.review_on <= sec.today(h.table_id), h.set_at, h.lifted_at
    from (select open.* from open union all select lifted.* from lifted) h
    cross join lateral (select y.number from app.situation y
      where y.table_id = h.table_id and y.id = h.situation_id offset 0) s
    order by h.lifted_at is not null, h.review_on, h.id limit p_limit;
end $$;

grant execute on function app.agency_holds(boolean, date, uuid, integer) to privacy;
