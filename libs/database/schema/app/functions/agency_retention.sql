-- The lists. Of what the agency brought: what is concluded and when it falls due; what stands as a hold; what
-- was asked; what is gone.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_retention(p_days integer, p_after_on date, p_after_id uuid,
    p_limit integer)
returns table (table_id uuid, situation_id uuid, number text, concluded_on date, destroy_on date,
    sealed boolean, held boolean, early_id uuid)
language plpgsql security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare own uuid := app.officers_agency(); latest date := coalesce(
  (sec.domain_now() at time zone 'UTC')::date + 1 + p_days, 'infinity');
begin
  perform audit.record('retention.list', 'agency', own, '{}', 'allow');
  -- A page by the index on (origin_agency_id, destroy_on, situation_id), wherever it begins.
  return query select c.table_id, c.situation_id, s.number, c.concluded_on, c.destroy_on,
    w.sealed_at is not null, app.is_held(c.table_id, c.situation_id), e.id
    from app.conclusion c
    cross join lateral (select y.number from app.situation y
      where y.table_id = c.table_id and y.id = c.situation_id and y.stage = 'concluded' offset 0) s
    cross join lateral (select y.sealed_at from app.workflow y
      where y.table_id = c.table_id and y.situation_id = c.situation_id offset 0) w
    left join lateral (select y.id from app.early_destruction y
      where y.table_id = c.table_id and y.situation_id = c.situation_id offset 0) e on true
    where c.origin_agency_id = own and c.destroy_on <= latest
      and (p_days is null or c.destroy_on <= sec.today(c.table_id) + p_days)
      and (c.destroy_on, c.situation_id) > (coalesce(p_after_on, '-infinity'),
        coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
    order by c.destroy_on, c.situation_id limit p_limit;
end $$;

grant execute on function app.agency_retention(integer, date, uuid, integer) to privacy;
