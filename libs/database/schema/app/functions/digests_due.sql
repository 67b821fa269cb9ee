create or replace function app.digests_due(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select '00000000-0000-0000-0000-000000000000'::uuid, g.agency_id from sec.digest g
    where g.next_at <= (select sec.domain_now())
    and '00000000-0000-0000-0000-000000000000' <> all (p_skip)
      and not sec.waits('digested', '00000000-0000-0000-0000-000000000000', g.agency_id)
  order by g.next_at limit p_limit $$;
