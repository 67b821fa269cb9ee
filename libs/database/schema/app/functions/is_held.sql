create or replace function app.is_held(p_table uuid, p_situation uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.hold h where h.table_id = p_table and h.situation_id = p_situation
      and h.lifted_at is null) $$;
