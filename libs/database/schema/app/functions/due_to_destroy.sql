create or replace function app.due_to_destroy(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select c.table_id, c.situation_id from app.conclusion c
    cross join lateral (select from app.workflow w where w.table_id = c.table_id
      and w.situation_id = c.situation_id and w.sealed_at is not null offset 0) w
   where c.destroy_on <= (select (sec.domain_now() at time zone 'UTC')::date + 1)
     and c.destroy_on <= sec.today(c.table_id)
     and c.table_id <> all (p_skip) and not app.is_held(c.table_id, c.situation_id)
       and not sec.waits('destroyed', c.table_id, c.situation_id)
   order by c.destroy_on, c.situation_id limit p_limit $$;
