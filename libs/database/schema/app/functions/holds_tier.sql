create or replace function app.holds_tier(c sec.ctx_t, p_situation uuid, p_tier smallint) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from app.disclosure d where d.table_id = c.table_id and d.situation_id = p_situation
      and d.agency_id = c.agency_id and d.tier = p_tier and d.revoked_at is null) $$;
