-- ---------------------------------------------------------------- tables that somebody or something concerns
create or replace function sec.is_founded(p_table uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sec.situation_table t where t.id = p_table and t.ended_at is null
    and not t.founding) $$;
