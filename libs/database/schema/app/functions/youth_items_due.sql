-- Its own day beats the table's, whatever the stage; a hold stops it like everything.
create or replace function app.youth_items_due(p_skip uuid[], p_limit integer) returns table (table_id uuid,
    object_id uuid) language sql volatile security definer set search_path = pg_catalog as $$
  select i.table_id, i.id from app.youth_item i where i.destroy_at <= (select sec.domain_now())
    and i.table_id <> all (p_skip)
    and not app.is_held(i.table_id, i.situation_id) and not sec.waits('youth', i.table_id, i.id)
      order by i.destroy_at limit p_limit $$;
