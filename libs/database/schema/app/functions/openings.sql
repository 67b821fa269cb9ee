-- Each situation is looked up by itself (offset 0): in a join the planner may take an index that begins with
-- the table alone, and read all situations of that table for each row.
create or replace function app.openings(p_before_at timestamptz, p_before_id uuid,
    p_limit integer) returns table (id uuid, table_id uuid, situation_id uuid, number text, agency_id uuid,
    purpose text, asked_at timestamptz, approved_at timestamptz, mine boolean, waits boolean,
    readable boolean)
language plpgsql volatile security definer set search_path = pg_catalog
  set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare c sec.ctx_t := sec.acting(array['coordinator', 'privacy'], false); tables uuid[];
begin
  -- A page of each table that it can be of, by the index on (table_id, asked_at, id).
  tables := case c.persona when 'coordinator' then array[c.table_id]
    else array(select ta.table_id from sec.table_agency ta where ta.agency_id = c.agency_id) end;
  return query select o.id, o.table_id, o.situation_id, s.number, o.agency_id, o.purpose, o.asked_at,
    o.approved_at, o.asked_by = c.user_id,
      o.approved_at is null and o.asked_at > clock_timestamp() - interval '30 minutes',
      o.asked_by = c.user_id and o.approved_at > clock_timestamp() - interval '30 minutes' is true
    from unnest(tables) t (id) cross join lateral (select x.* from app.opening x
      where x.table_id = t.id and (x.asked_at, x.id) < (coalesce(p_before_at, 'infinity'),
          coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')) and app.may_second(x, c)
      order by x.asked_at desc, x.id desc limit p_limit) o
    cross join lateral (select y.number from app.situation y
      where y.table_id = o.table_id and y.id = o.situation_id offset 0) s
    order by o.asked_at desc, o.id desc limit p_limit;
end $$;

grant execute on function app.openings(timestamptz, uuid, integer) to coordinator, privacy;
