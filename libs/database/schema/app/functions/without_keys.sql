-- Situations whose texts nobody could ever read again: a restore that would leave one is refused.
create or replace function app.without_keys() returns bigint
  language sql stable security definer set search_path = pg_catalog as $$
  select count(*) from app.tier2_text t
    where not exists (select from app.tier_key k where k.table_id = t.table_id
      and k.situation_id = t.situation_id and k.tier = 2) $$;
