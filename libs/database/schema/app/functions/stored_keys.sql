-- All of them, for the owner's own questions about few.
create or replace function app.stored_keys() returns table (kind text, table_id uuid, place_id uuid,
    tier smallint, wrapped bytea, epoch_id text)
  language sql stable security definer set search_path = pg_catalog as $$
  select 'tier', k.table_id, k.situation_id, k.tier, k.wrapped, k.epoch_id from app.tier_key k
  union all select 'screening', s.table_id, s.id, 1::smallint, s.wrapped_key, s.epoch_id from app.screening s
  -- An item's own id stands for its situation, as a screening's does.
  union all select 'youth', i.table_id, i.id, 4::smallint, i.wrapped_key, i.epoch_id from app.youth_item i $$;
