-- Found from what is hidden, the few of the last minutes: what left and waits to be sealed is a month's.
create or replace function app.exits_to_minimise(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select s.table_id, s.id
    from (select y.table_id, y.id from app.situation y where y.hidden offset 0) s
    cross join lateral (select y.left_at from app.workflow y where y.table_id = s.table_id
      and y.situation_id = s.id and y.left_at is not null and y.minimised_at is null
      and y.sealed_at is null offset 0) w
   where w.left_at <= (select sec.domain_now() - interval '10 minutes')
     and s.table_id <> all (p_skip) and not app.is_held(s.table_id, s.id)
       and not sec.waits('minimised', s.table_id, s.id)
   order by w.left_at limit p_limit $$;
