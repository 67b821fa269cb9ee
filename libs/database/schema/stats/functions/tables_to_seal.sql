-- Tables whose sealing is due or was cut off, after a place; a page at a time.
create or replace function stats.tables_to_seal(p_after uuid, p_limit integer) returns table (table_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select g.table_id from app.sealing g where (p_after is null or g.table_id > p_after)
    and g.next_at <= (select sec.domain_now())
     and not exists (select from sec.stuck k where k.kind = 'sealed' and k.table_id = g.table_id
       and (k.parked_at is null and k.next_at > sec.domain_now() or k.parked_at is not null
           and k.object_id = g.table_id))
   order by g.table_id limit p_limit $$;

grant execute on function stats.tables_to_seal(uuid, integer) to job;
