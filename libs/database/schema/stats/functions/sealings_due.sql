-- Tables whose sealing is due or was cut off, without those to skip: one that was sealed has its next time
-- ahead of it.
create or replace function stats.sealings_due(p_skip uuid[], p_limit integer) returns table (table_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select g.table_id from app.sealing g where g.next_at <= (select sec.domain_now())
     and g.table_id <> all (p_skip)
     and not exists (select from sec.stuck k where k.kind = 'sealed' and k.table_id = g.table_id
       and (k.parked_at is null and k.next_at > sec.domain_now() or k.parked_at is not null
           and k.object_id = g.table_id))
   order by g.next_at, g.table_id limit p_limit $$;

grant execute on function stats.sealings_due(uuid[], integer) to job;
