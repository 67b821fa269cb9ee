-- Seats whose last day has passed and for which nothing was done yet. All zeros stand for those at no table.
create or replace function app.lapsed_seats(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select coalesce(s.table_id, '00000000-0000-0000-0000-000000000000'::uuid), s.id from sec.seat s
    where s.ended_because is null and s.ends_at <= (select sec.domain_now())
      and coalesce(s.table_id, '00000000-0000-0000-0000-000000000000'::uuid) <> all (p_skip)
      and not sec.waits('lapsed', coalesce(s.table_id, '00000000-0000-0000-0000-000000000000'::uuid), s.id)
    order by s.ends_at limit p_limit $$;
