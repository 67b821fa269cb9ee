-- Openings to review, those that wait longest first; then those that were signed off, the latest first.
-- Each kind is a page by its own index.
-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.agency_reviews(p_after_reviewed timestamptz, p_after_first timestamptz,
    p_after_id uuid, p_limit integer) returns table (id uuid, table_id uuid, number text, user_id uuid,
    kind text, times integer, first_at timestamptz, last_at timestamptz, called_before boolean,
  mine boolean, reviewed_by uuid, reviewed_at timestamptz, finding text, note text)
language plpgsql volatile security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare c sec.ctx_t := sec.ctx(); own uuid := app.officers_agency();
since timestamptz := app.called_before(own);
is_moved boolean := exists (select from sec.demo_clock);
ahead interval := coalesce((select demo_clock.ahead from sec.demo_clock), interval '0');
begin
  perform audit.record('review.list', 'agency', own, '{}', 'allow');
  return query with open as (
    select x.* from app.signal x
      cross join lateral (select from app.situation y
        where y.table_id = x.table_id and y.id = x.situation_id and not y.hidden offset 0) s
      where p_after_reviewed is null and x.agency_id = own and x.reviewed_at is null
        and (x.first_at, x.id) > (coalesce(p_after_first, '-infinity'),
          coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
      order by x.first_at, x.id limit p_limit
  ), signed as (
    select x.* from app.signal x
      cross join lateral (select from app.situation y
        where y.table_id = x.table_id and y.id = x.situation_id and not y.hidden offset 0) s
      where x.agency_id = own and x.reviewed_at <= coalesce(p_after_reviewed, 'infinity')
        and (p_after_reviewed is null or x.reviewed_at < p_after_reviewed
          or (x.first_at, x.id) > (p_after_first, p_after_id))
      order by x.reviewed_at desc, x.first_at, x.id limit p_limit
  )
  select g.id, g.table_id, s.number, g.user_id, g.kind, g.times, g.first_at, g.last_at,
    g.reviewed_at is null and g.first_at < since, g.user_id = c.user_id,
      g.reviewed_by, g.reviewed_at, g.finding,
      -- The note stands in the audit alone, in the month in which it was signed off, or, where a demo's clock
      -- goes ahead of the wall's, in one of those since. The signal is a bound and not an equality, so that
      -- only the index by object has the order: by time, all that was done at the table in those days would
      -- be read for each row.
      (select e.detail::jsonb ->> 'note' from audit.event e where e.chain = g.table_id
          and e.object_id >= g.id and e.object_id <= g.id and e.action = 'review.signOff'
          and e.at_us >= extract(epoch from g.reviewed_at - ahead - interval '1 day')::bigint * 1000000
          and e.at_us < case when is_moved then 9223372036854775807
            else extract(epoch from g.reviewed_at + interval '1 day')::bigint * 1000000 end
        order by e.object_id limit 1)
    from (select open.* from open union all select signed.* from signed) g
    cross join lateral (select y.number from app.situation y
      where y.table_id = g.table_id and y.id = g.situation_id offset 0) s
    order by g.reviewed_at is not null, g.reviewed_at desc nulls last, g.first_at, g.id limit p_limit;
end $$;

grant execute on function app.agency_reviews(timestamptz, timestamptz, uuid, integer) to privacy;
