-- ---------------------------------------------------------------- signals
create or replace function app.raise_signal(p_situation uuid, p_kind text) returns void
  language sql volatile security definer set search_path = pg_catalog as $$
  insert into app.signal (table_id, situation_id, agency_id, user_id, kind)
    select c.table_id, p_situation, c.agency_id, c.user_id, p_kind from (select (sec.ctx()).*) c
  on conflict (table_id, situation_id, user_id, kind) where reviewed_at is null
    do update set times = signal.times + 1, last_at = excluded.last_at $$;
