create or replace function app.exits_to_minimise(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select w.table_id, w.situation_id from app.workflow w join app.situation s on s.table_id = w.table_id
    and s.id = w.situation_id and s.hidden
   where w.left_at is not null and w.minimised_at is null and w.sealed_at is null
     and w.left_at <= (select sec.domain_now() - interval '10 minutes')
     and w.table_id <> all (p_skip) and not app.is_held(w.table_id, w.situation_id)
       and not sec.waits('minimised', w.table_id, w.situation_id)
   order by w.left_at limit p_limit $$;
